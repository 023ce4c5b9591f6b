import ArgumentParser
import Diagnostics
import Documents
import Foundation
import Platforms
import Tenex

/// What commands of 10ex take that work on an account.
typealias TenexOptions = AccountOptions<TenexWorkspace>

/// Values for declared inputs as they are given: JSON, files, and single ones as `name=value`.
struct TenexInputArguments {
    private var object: Object = [:]
    private var texts: [(name: String, text: String)] = []

    /// Reads what was given, in order; what comes later stands over what came before.
    init(_ words: [String], option: String, _ session: Session) throws {
        for word in words {
            if word.hasPrefix("{") {
                try add(Source(name: option, text: word), session)
            } else if word.hasPrefix("@") {
                let payload = try session.payload(String(word.dropFirst()), of: .workflow)
                try add(payload.source, session)
            } else if let sign = word.firstIndex(of: "=") {
                texts.append((String(word[..<sign]), String(word[word.index(after: sign)...])))
            } else {
                throw Failure(
                    .wrongUsage,
                    .error(
                        TenexCode.payload,
                        "`\(option) \(word)` is neither JSON, `@FILE` nor `name=value`",
                        help: "as in `\(option) lead_id=7c9e6679-7425-40de-944b-e07fc1f90ae7`"))
            }
        }
    }

    private mutating func add(_ source: Source, _ session: Session) throws {
        let payload = Payload(type: .workflow, source: source, path: nil)
        for member in try session.free(payload, as: "payload").object ?? [:] {
            object[member.key] = member.value
        }
    }

    /// All values, those of the command line by the type of their inputs.
    func values(_ inputs: TenexPayload) -> Object {
        texts.reduce(into: object) { $0[$1.name] = inputs.value($1.text, of: $1.name) }
    }
}

/// A time on the command line: a date, or a time as RFC 3339 has it.
struct TenexTime: ExpressibleByArgument {
    let time: Timestamp

    init?(argument: String) {
        guard let time = Timestamp(argument) ?? Timestamp("\(argument)T00:00:00Z") else {
            return nil
        }
        self.time = time
    }
}
