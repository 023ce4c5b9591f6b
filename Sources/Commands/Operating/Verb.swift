// Operating commands are verbs on resource types. A verb is an empty type with a few static members,
// in the file of its resource type; one generic command for each shape of verb parses its options,
// opens the account, finds objects, asks, sends and prints. Columns give the table, the JSON and
// its schema; the kind's lifecycle gives what a step means and how it asks.

import ArgumentParser
import Platforms

/// One command about the objects of a type: its words, its own options, and where it works.
protocol Verb: SendableMetatype {
    /// The options that say where it works, such as the account.
    associatedtype Place: ContextOptions = AccountOptions<Operation>
    /// The options that only this verb has.
    associatedtype Input: ParsableArguments = NoInput
    /// The type, the command's word, and its help.
    static var help: VerbHelp { get }
}

extension Verb {
    /// What the verb works in: an account, or a part of it.
    typealias Context = Place.Context

    /// The objects it is about.
    static var type: ResourceType { help.type }
    /// What the journal calls the command: `lytics jobs pause`.
    static var command: String { "\(type.kind.platform) \(type.words) \(help.name)" }
    /// What the parser needs to know.
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: help.name, abstract: help.abstract, discussion: help.discussion,
            aliases: help.aliases)
    }
}

extension Verb {
    /// Two command lines: with what the verb needs, and with an option that scripts use.
    static func examples(_ target: String, or option: String) -> [String] {
        let payload = Input.self is any PayloadInput.Type ? "-f payload.json" : ""
        let words = [command, target, help.example ?? payload].filter { !$0.isEmpty }
        let line = words.joined(separator: " ")
        return [line, "\(line) \(option)"]
    }
}

/// What `--help` says of a verb.
struct VerbHelp: Sendable {
    let type: ResourceType
    let name: String
    let abstract: String
    let discussion: String
    let aliases: [String]
    let example: String?

    /// Describes the verb `name` of a type in one sentence; `example` gives what it needs.
    init(
        _ type: ResourceType, _ name: String, _ abstract: String, discussion: String = "",
        aliases: [String] = [], example: String? = nil
    ) {
        self.type = type
        self.name = name
        self.abstract = abstract
        self.discussion = discussion
        self.aliases = aliases
        self.example = example
    }
}

/// The input of a verb without options of its own.
struct NoInput: ParsableArguments {}
