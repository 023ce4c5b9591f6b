import Diagnostics
import Documents
import Platforms

/// The fields of a variable or an intent as options give them.
struct FrontlineOwnFields {
    /// What was given.
    let object: Object

    /// Collects what was given.
    init(name: String?, description: String?, others: [String: Value?]) {
        var object: Object = [:]
        object["name"] = name.map { .text($0) }
        object["description"] = description.map { .text($0) }
        for (key, value) in others { object[key] = value }
        self.object = object
    }
}

/// Writes what an agent owns beside its flows: variables and intents, which act at once.
struct FrontlineOwnWriting {
    private let place: FrontlineAgentPlace
    private let noun: Noun
    private var operation: Operation { place.operation }

    /// Writes variables or intents of an agent.
    init(_ place: FrontlineAgentPlace, _ noun: Noun) {
        self.place = place
        self.noun = noun
    }

    /// Creates one.
    func create(
        _ fields: FrontlineOwnFields, among others: [ObservedResource], _ writing: WritingOptions
    ) async throws -> ExitStatus {
        var object = fields.object
        object["agent"] = place.id
        var intent = try operation.creation(
            of: noun, object, among: others,
            consequences: ["it is there at once for every flow \(place.ownership)"])
        intent.title += " " + place.ownership
        return try await operation.carryOut([intent], writing, command: command("create"))
    }

    /// Changes one.
    func update(
        _ word: String, _ fields: FrontlineOwnFields, among all: [ObservedResource],
        _ writing: WritingOptions, consequences: [String] = []
    ) async throws -> ExitStatus {
        let found = try await operation.choose(word, noun, among: all, option: noun.singular)
        try refusePlatforms([found])
        var change = found.change(.update, account: place.account)
        var wanted = fields.object
        wanted["agent"] = place.id
        change.wanted = .object(wanted)
        let calls = noun.rules.calls(for: change)
        let intent = Intent(
            "update", found, .update, calls.calls, consequences: consequences + calls.notes,
            done: "updated", question: .plain, effect: .content)
        return try await operation.carryOut([intent], writing, command: command("update"))
    }

    /// Deletes some.
    func delete(
        _ words: [String], among all: [ObservedResource], _ writing: WritingOptions
    ) async throws -> ExitStatus {
        let found = try await operation.find(words, noun, among: all)
        try refusePlatforms(found)
        let intents = found.map { one in
            operation.deletion(
                of: one,
                consequences: [
                    "it goes at once, also in conversations under way",
                    "no call brings it back: a new one has another id, so flows that use it are "
                        + "written again",
                ])
        }
        return try await operation.carryOut(intents, writing, command: command("delete"))
    }

    /// Refuses what every agent has and nobody changes.
    private func refusePlatforms(_ found: [Found]) throws {
        var report = Report()
        for one in found {
            guard let reason = one.observed.flatMap(noun.rules.reasonToLeave) else { continue }
            report.add(
                .error(
                    "operate/immutable", "\(one.title) is left as it is: \(reason)",
                    help: "make one of your own with `\(noun.command) create`"))
        }
        if report.hasErrors { throw Failure(.refused, report) }
    }

    private func command(_ verb: String) -> String { "frontline \(noun.plural) \(verb)" }
}
