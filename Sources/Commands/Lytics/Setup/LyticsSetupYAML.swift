import Documents
import Platforms

/// The documents of what a setup made, with secrets in place of credentials.
struct LyticsSetupYAML {
    /// The documents.
    let text: String
    /// The command that takes the objects over.
    let adopt: String
    private let secrets: [String]
    private let isOthers: Bool

    /// Writes an auth, unless a file has it already, and a connection that refers to it.
    init(
        _ operation: Operation, auth: LiveObject?, madeAuth: Resource?, connection: Resource?
    ) {
        var documents: [String] = []
        var addresses: [String] = []
        var secrets: [String] = []
        var authID = auth?.recorded?.address.id
        if let value = madeAuth?.value ?? (authID == nil ? auth?.observed?.value : nil) {
            let id = Self.free(value["label"]?.text ?? "auth", "auth", operation)
            var others: Object = ["config": Self.config(value, id: id, &secrets)]
            // Its settings cannot be read, so an adoption would send them without what is unknown.
            if madeAuth == nil { others["weir"] = ["external": true] }
            documents.append(Self.document("lytics/auth", id, value, ["type"], others))
            if madeAuth != nil { addresses.append("\(operation.account.name)/auth/\(id)") }
            authID = id
        }
        let value = connection?.value ?? [:]
        let id = Self.free(value["label"]?.text ?? "connection", "connection", operation)
        let reference: Value = .text("${auth/\(authID ?? "")}")
        documents.append(
            Self.document(
                "lytics/connection", id, value, ["provider_slug"], ["auth_ids": [reference]]))
        addresses.append("\(operation.account.name)/connection/\(id)")
        text = documents.joined(separator: "---\n")
        adopt = "weir adopt \(addresses.joined(separator: " "))"
        self.secrets = secrets
        isOthers = auth != nil && auth?.recorded == nil
    }

    /// What to do with the documents.
    var advice: String {
        let names = secrets.map { "`\($0)`" }.joined(separator: ", ")
        let first =
            secrets.isEmpty ? "" : ", set the secret\(secrets.count == 1 ? "" : "s") \(names)"
        let rest = isOthers ? "; the auth is used as it is and never written" : ""
        return "put this into a file of the project\(first) and run `\(adopt)`\(rest)"
    }

    private static func document(
        _ kind: String, _ id: String, _ value: Value, _ first: [String], _ others: Object
    ) -> String {
        var pairs: [(String, Value)] = [("kind", .text(kind)), ("id", .text(id))]
        var object = value.object ?? [:]
        for member in others { object[member.key] = member.value }
        if object["provider_slug"] != nil { object["provider_id"] = nil }
        let order = first + ["label", "description"]
        for key in order {
            if let value = object[key], value != "" { pairs.append((key, value)) }
        }
        for member in object where !order.contains(member.key) && !member.value.isNull {
            pairs.append((member.key, member.value))
        }
        return YAMLWriter.write(pairs)
    }

    /// The config with a secret for every credential; empty where nobody knows it.
    private static func config(_ auth: Value, id: String, _ secrets: inout [String]) -> Value {
        var object = auth["config"]?.object ?? [:]
        for member in object {
            object[member.key] = written(member.value, "\(id)_\(member.key)".uppercased(), &secrets)
        }
        return .object(object)
    }

    private static func written(
        _ value: Value, _ name: String, _ secrets: inout [String]
    ) -> Value {
        switch value {
        case .secret(let given):
            let secret = given.hasPrefix("given.") ? name : given
            if !secrets.contains(secret) { secrets.append(secret) }
            return .text("${secret.\(secret)}")
        case .joined(let parts):
            return .text(parts.map { written($0, name, &secrets).text ?? "" }.joined())
        case .object(let object):
            var copy = object
            for member in object {
                copy[member.key] = written(
                    member.value, "\(name)_\(member.key)".uppercased(), &secrets)
            }
            return .object(copy)
        default: return value
        }
    }

    /// An id made of a label, which no other document of the ledger has.
    private static func free(_ label: String, _ type: String, _ operation: Operation) -> String {
        let words = label.lowercased().split { !$0.isPlainLetterOrDigit }
        let name = words.isEmpty ? type : words.joined(separator: "_")
        func isTaken(_ id: String) -> Bool {
            operation.recorded[Address(account: operation.account.name, type: type, id: id)] != nil
        }
        var id = name
        var number = 2
        while isTaken(id) {
            id = "\(name)_\(number)"
            number += 1
        }
        return id
    }
}
