public import Diagnostics
public import Documents
import Platforms

/// Checks what a run or a template is given against the typed inputs that are declared.
public struct TenexPayload: Sendable {
    /// One declared input.
    struct Input: Sendable {
        var name: String
        var type: String
        var isRequired: Bool
    }

    /// The types that inputs are taken to have; others are not checked.
    public static let types = ["string", "number", "integer", "boolean", "uuid", "date", "json"]

    private let inputs: [Input]
    private let owner: String

    /// Takes declared inputs, a list of `{name, type, required}` or a map by name, and whose they
    /// are: `workflow `Lead to sequence``.
    public init(_ declared: Value?, of owner: String) {
        self.owner = owner
        var entries = (declared?.list ?? []).compactMap(\.object)
        for member in declared?.object ?? [:] {
            var entry = member.value.object ?? [:]
            entry["name"] = .text(member.key)
            entries.append(entry)
        }
        inputs = entries.compactMap { entry in
            guard let name = entry["name"]?.text else { return nil }
            let hasDefault = entry["default"].map { !$0.isNull } ?? false
            return Input(
                name: name, type: entry["type"]?.text ?? "json",
                isRequired: entry["required"] == true && !hasDefault)
        }
    }

    /// What is wrong with a payload, one problem for each cause.
    public func problems(in payload: Object) -> [Diagnostic] {
        let names = inputs.map(\.name)
        let unknown = payload.keys.filter { !names.contains($0) }
        let misspelt = Set(unknown.compactMap { Suggestion.nearest(to: $0, among: names) })
        let given = inputs.compactMap { input in problem(with: input, in: payload, misspelt) }
        return unknown.map(unknownName) + given
    }

    /// The inputs that a run needs and a mapping does not fill.
    public func unfilled(by mapping: Object) -> [String] {
        inputs.filter { $0.isRequired && mapping[$0.name]?.isNull ?? true }.map(\.name)
    }

    private func unknownName(_ name: String) -> Diagnostic {
        let all = inputs.map { "`\($0.name)`" }.joined(separator: ", ")
        let nearest = Suggestion.nearest(to: name, among: inputs.map(\.name))
        return .error(
            TenexCode.payload, "`\(name)` is no input of \(owner)",
            notes: [inputs.isEmpty ? "it declares no inputs" : "its inputs are \(all)"],
            help: nearest.map { "did you mean `\($0)`?" })
    }

    /// What is wrong with one input; a name that was misspelt is not missing besides.
    private func problem(
        with input: Input, in payload: Object, _ misspelt: Set<String>
    ) -> Diagnostic? {
        guard let value = payload[input.name], !value.isNull else {
            guard input.isRequired, !misspelt.contains(input.name) else { return nil }
            return .error(
                TenexCode.payload, "`\(input.name)` is required by \(owner)",
                help: "give it as `\(input.name)=…`, a \(input.type)")
        }
        guard !Self.holds(value, input.type) else { return nil }
        return .error(
            TenexCode.payload, "`\(input.name)` must be \(Self.phrase(input.type))",
            notes: ["`\(value.canonicalJSON)` is none"])
    }

    private static func holds(_ value: Value, _ type: String) -> Bool {
        switch type {
        case "string": value.text != nil
        case "number": value.number != nil
        case "integer": value.int != nil || value.number.map { $0 == $0.rounded() } ?? false
        case "boolean": value.bool != nil
        case "uuid": value.text.map(isUUID) ?? false
        case "date": value.text.map(isDate) ?? false
        default: true
        }
    }

    private static func phrase(_ type: String) -> String {
        switch type {
        case "string": "a text"
        case "integer": "a whole number"
        case "boolean": "`true` or `false`"
        case "uuid": "a UUID, as in `7c9e6679-7425-40de-944b-e07fc1f90ae7`"
        case "date": "a date, as in `2026-01-31` or `2026-01-31T09:00:00Z`"
        default: "a \(type)"
        }
    }

    private static func isUUID(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
            && parts.joined().utf8.allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
    }

    private static func isDate(_ text: String) -> Bool {
        Timestamp(text) ?? Timestamp("\(text)T00:00:00Z") != nil
    }

    /// The value that a text of the command line means, by the type of the input of that name.
    ///
    /// Where the text is not of the type it stays a text, so that the check can say so.
    public func value(_ text: String, of name: String) -> Value {
        switch inputs.first(where: { $0.name == name })?.type {
        case "integer": Int64(text).map { .int($0) } ?? .text(text)
        case "number", "boolean": Self.scalar(text) ?? .text(text)
        case "json": (try? JSON.parse(text)) ?? .text(text)
        default: .text(text)
        }
    }

    private static func scalar(_ text: String) -> Value? {
        guard let value = try? JSON.parse(text) else { return nil }
        return value.number != nil || value.bool != nil ? value : nil
    }
}
