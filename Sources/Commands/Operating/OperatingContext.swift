import ArgumentParser
import Diagnostics
import Documents
import Platforms

/// What a command works in: an account, or an agent or a flow of it.
protocol OperatingContext: Sendable {
    /// How lists in it are printed.
    associatedtype List: ListOptions = ReadingOptions
    /// The account.
    var operation: Operation { get }
    /// The live objects of a type that it holds, as lists show them.
    func objects(_ type: ResourceType) async throws -> [ObservedResource]
    /// The objects that ids, names or addresses mean; all that mean nothing are told at once.
    func find(_ words: [String], _ type: ResourceType) async throws -> [LiveObject]
}

extension OperatingContext {
    /// The account.
    var account: Account { operation.account }

    /// Looks among the objects that lists show.
    func find(_ words: [String], _ type: ResourceType) async throws -> [LiveObject] {
        try await operation.find(words, type, among: try await objects(type))
    }

    /// The object that one word means.
    func find(_ word: String, _ type: ResourceType) async throws -> LiveObject {
        guard let found = try await find([word], type).first else {
            preconditionFailure("what is not found is thrown")
        }
        return found
    }

    /// Every object of a type, by name.
    func all(_ type: ResourceType) async throws -> [LiveObject] {
        try await objects(type).map { operation.live($0, type) }.sorted()
    }
}

/// A context that is a whole account.
protocol AccountContext: OperatingContext {
    /// Makes it of an account that was reached, with what its commands read first.
    static func open(_ operation: Operation) async throws -> Self
}

extension Operation: AccountContext {
    var operation: Operation { self }
    /// The account itself.
    static func open(_ operation: Operation) async throws -> Operation { operation }

    /// What is observed of a kind, or of what can only be referred to; others are left out.
    func objects(_ type: ResourceType) async throws -> [ObservedResource] {
        guard type.isAuthored else {
            let rows = try await observe([], lookups: [type.kind]).lookups
            return rows.filter { $0.kind == type.kind }.map { ObservedResource($0, account) }
        }
        return try await observe([type.kind]).resources.filter { $0.kind == type.kind }
    }
}

/// Options that say where a command works.
protocol ContextOptions: ParsableArguments {
    associatedtype Context: OperatingContext
    /// Reaches the account with a payload, and runs a command in the context.
    func open(
        _ platform: String, _ payload: PayloadRequest?,
        _ command: (Context) async throws -> ExitStatus
    ) async throws
}

/// How a list is printed.
protocol ListOptions: ParsableArguments {
    var format: OutputFormat { get }
    /// Prints a list.
    func show(_ list: some Showable, _ operation: Operation)
}

/// A file that describes what is wanted, and what the command line adds to it.
struct PayloadRequest: Sendable {
    /// The file; `-` is standard input.
    var file: String
    /// What it is of.
    var type: ResourceType
    /// The object that it changes, as typed; nil for a new one.
    var target: String?
    /// Fields that the command line gives where the payload does not.
    var fields: [String: String] = [:]
}

extension ObservedResource {
    /// What can only be referred to, as the account shows it.
    fileprivate init(_ row: LookupRow, _ account: Account) {
        self.init(
            account: account.name, kind: row.kind, liveID: row.id, naturalKey: .null,
            value: .object(row.fields), raw: .object(row.fields))
    }
}
