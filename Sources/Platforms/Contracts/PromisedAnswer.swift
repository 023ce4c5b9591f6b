public import Documents

/// What a platform promises to answer to a read; an answer that is something else fails the read.
///
/// It is looked for in what `Platform.content` finds, page by page.
public enum PromisedAnswer: Sendable, Hashable {
    /// A list or an object.
    case content
    /// A list of objects that each have this member: a text that is not empty, or a number.
    case list(of: String)
    /// One object that has this member: this value, or else any text or number.
    case object(with: String, being: Value? = nil)
    /// One object that holds this list.
    case holder(of: String)
    /// One object, or the list of its versions, which is never empty; each has this member: this
    /// value, or else any text or number.
    case versions(with: String, being: Value? = nil)
    /// What a search looks through: a list, or one object; each has this member.
    case candidates(with: String)

    /// What stands in its stead in some content, in words; nil where the promise is kept.
    public func breach(in content: Value) -> String? {
        switch self {
        case .content: nil
        case .list(let member): Self.breach(ofList: content, member)
        case .object(let member, let name): Self.breach(ofObject: content, member, name)
        case .holder(let list):
            content[list]?.list == nil
                ? "\(Self.description(of: content)), but no list `\(list)`" : nil
        case .versions(let member, let name):
            content.list?.isEmpty == true
                ? "an empty list" : Self.breach(ofEither: content, member, name)
        case .candidates(let member): Self.breach(ofEither: content, member)
        }
    }

    /// What it is, in words.
    public var words: String {
        switch self {
        case .content: "a list or an object"
        case .list(let member): "a list of objects with `\(member)`"
        case .object(let member, _): "an object with `\(member)`"
        case .holder(let list): "an object with the list `\(list)`"
        case .versions(let member, _), .candidates(let member):
            "an object with `\(member)`, or a list of such objects"
        }
    }

    // Looking

    private static func breach(
        ofEither content: Value, _ member: String, _ name: Value? = nil
    ) -> String? {
        content.list == nil
            ? breach(ofObject: content, member, name) : breach(ofList: content, member, name)
    }

    private static func breach(
        ofList content: Value, _ member: String, _ name: Value? = nil
    ) -> String? {
        guard let list = content.list else { return description(of: content) }
        for (index, element) in list.enumerated() {
            guard let breach = breach(ofObject: element, member, name) else { continue }
            return "a list whose element \(index + 1) is \(breach)"
        }
        return nil
    }

    private static func breach(
        ofObject content: Value, _ member: String, _ name: Value? = nil
    ) -> String? {
        guard content.object != nil else { return description(of: content) }
        guard let found = spelling(of: content[member]) else {
            return "\(description(of: content)), but no `\(member)`"
        }
        guard let name = spelling(of: name), name != found else { return nil }
        return "an object with another `\(member)`"
    }

    /// What can tell one object from others, in one spelling; nil for what cannot.
    private static func spelling(of value: Value?) -> String? {
        switch value {
        case .text(let text): text.isEmpty ? nil : text.lowercased()
        case .int(let int): String(int)
        default: nil
        }
    }
}

extension PromisedAnswer {
    /// The most names of members that a description shows.
    private static let mostNames = 4

    /// What a body is, without anything that it says: the names of members alone.
    public static func description(of body: Value?) -> String {
        switch body {
        case nil: "an empty body"
        case .null: "`null`"
        case .bool: "a truth value"
        case .int, .double: "a number"
        case .text, .joined, .secret, .captured: "a text"
        case .list(let list): list.isEmpty ? "an empty list" : "a list"
        case .object(let object): description(of: object)
        }
    }

    private static func description(of object: Object) -> String {
        let names = object.map(\.key).filter(isPlain).prefix(mostNames).map { "`\($0)`" }
        let others = object.members.count - names.count
        if names.isEmpty { return others == 0 ? "an empty object" : "an object" }
        let more = others > 0 ? " and \(others) more" : ""
        return "an object with \(names.joined(separator: ", "))\(more)"
    }

    /// Whether a name is short and of letters, digits, `_` and `-` alone.
    private static func isPlain(_ name: String) -> Bool {
        name.isName && name.utf8.count <= 32
    }
}
