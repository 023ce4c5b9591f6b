import ArgumentParser
import Diagnostics
import Documents

/// Which triggers a command that changes them is about.
struct TenexTriggerWritingOptions: ParsableArguments {
    @OptionGroup var operating: OperatingOptions
    @OptionGroup var writing: WritingOptions
    @Argument(help: "Ids, names or addresses.", completion: LiveIDs.completion(.trigger))
    var triggers: [String]

    /// Carries out what is intended with each; those that are so already are told.
    fileprivate func write(
        _ verb: String, unless isSo: (Found) -> Bool = { _ in false },
        _ intend: (TenexPlace, Found) throws -> Intent
    ) async throws {
        try await operating.reach { place in
            let operation = place.operation
            let found = try await place.triggers(named: triggers)
            for trigger in found where isSo(trigger) {
                operation.session.console.talk("\(trigger.title) is \(verb)d already")
            }
            let open = found.filter { !isSo($0) }
            guard !open.isEmpty else {
                operation.session.console.data(
                    writing.format.show(Written(), style: operation.session.style()))
                return .done
            }
            return try await operation.carryOut(
                try open.map { try intend(place, $0) }, writing, command: "tenex triggers \(verb)")
        }
    }
}

/// `weir tenex triggers enable ID…`: lets triggers fire.
struct TenexTriggersEnableCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Let triggers fire.")

    static let output = OutputSchema.written

    @OptionGroup var options: TenexTriggerWritingOptions

    func run() async throws {
        try await options.write("enable", unless: { $0.raw["enabled"] == true }) { place, trigger in
            try place.set(enabled: true, trigger)
        }
    }
}

/// `weir tenex triggers disable ID…`: lets triggers fire no more.
struct TenexTriggersDisableCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Let triggers not fire; `enable` takes it back.")

    static let output = OutputSchema.written

    @OptionGroup var options: TenexTriggerWritingOptions

    func run() async throws {
        try await options.write("disable", unless: { $0.raw["enabled"] == false }) {
            place, trigger in
            try place.set(enabled: false, trigger)
        }
    }
}

/// `weir tenex triggers delete ID…`: takes triggers away.
struct TenexTriggersDeleteCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete triggers; runs that they started go on.")

    static let output = OutputSchema.written

    @OptionGroup var options: TenexTriggerWritingOptions

    func run() async throws {
        try await options.write("delete") { place, trigger in try place.delete(trigger) }
    }
}
