import ArgumentParser
import Diagnostics
import Documents
import Platforms

/// `weir frontline flows delete [FLOW]`: ends a flow; the Start flow goes with its agent only.
struct FrontlineFlowsDeleteCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete a flow; the Start flow goes with its agent only.")

    static let output = OutputSchema.written

    @OptionGroup var flow: FrontlineFlowArgument
    @OptionGroup var writing: WritingOptions

    func run() async throws {
        try await flow.run { place in
            let rules = place.flow.noun.rules
            if let reason = rules.reasonToLeave(place.observed) {
                throw Failure(
                    .refused,
                    .error(
                        "operate/immutable", "\(place.flow.title) cannot be deleted: \(reason)",
                        help: "`weir frontline flows update --status PAUSED` stops it"))
            }
            let words = rules.lifecycle?.deletion[place.status]
            let intent = place.operation.deletion(
                of: place.flow,
                consequences: [words].compactMap(\.self) + [
                    "no call brings it back: apply its file again to make it anew, or keep a copy "
                        + "with `weir frontline flows clone \(place.flow.id)\(place.place.option)`"
                ])
            return try await place.operation.carryOut(
                [intent], writing, command: "frontline flows delete")
        }
    }
}
