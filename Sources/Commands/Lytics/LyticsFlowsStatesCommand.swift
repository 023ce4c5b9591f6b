import ArgumentParser
import Documents
import Lytics
import Platforms

/// `weir lytics flows states`: what the service calls flow states, and the lifecycle beside it.
struct LyticsFlowsStatesCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "states", abstract: "Show what the service returns, and the lifecycle.")

    static let examples = [
        "lytics flows states",
        "lytics flows states --format json",
    ]
    static let output: Value = [
        "type": "object", "required": ["lifecycle", "service"],
        "properties": [
            "lifecycle": Listing.schema(columns),
            "service": ["description": "What the service returns: the slugs of steps in use."],
        ],
    ]

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        try await operating.run(on: "lytics") { operation in
            let value = try await operation.read(LyticsFlowOperations.states, "the flow states")
            operation.show(States(service: value), reading)
            return .done
        }
    }

    private struct States: Showable {
        let service: Value

        func text(_ style: TextStyle) -> String {
            let words = (service.list ?? []).compactMap(\.text)
            let list = words.isEmpty ? "nothing" : words.joined(separator: ", ")
            return lifecycle.text(style)
                + "\nthe service returns \(words.count) words, which are slugs of steps:\n\(list)\n"
        }

        var json: Value { ["lifecycle": lifecycle.json, "service": service] }

        private var lifecycle: Listing<Row> {
            Listing(
                columns: LyticsFlowsStatesCommand.columns,
                items: LyticsFlowStates.table.map { Row(word: $0, meaning: $1, next: $2) })
        }
    }

    private struct Row: Sendable {
        let word: String
        let meaning: String
        let next: String
    }

    private static let columns: [Column<Row>] = [
        Column("state", "state", "The state.") { .text($0.word) },
        Column("meaning", "meaning", "What it means.") { .text($0.meaning) },
        Column("next", "next", "What may follow.") { .text($0.next) },
    ]
}
