public import Diagnostics

/// A scalar with `${…}` in it, taken apart: literal texts and what stands for later values.
public struct Expression: Sendable, Equatable {
    /// A piece of an expression.
    public enum Part: Sendable, Equatable {
        case literal(String)
        /// `${type/id}` or `${type/id.field}`: the live value of another resource or lookup.
        case reference(Reference)
        /// `${secret.NAME}`: its value stays in the vault.
        case secret(String)
    }

    /// The pieces in order; exactly one non-literal part means a whole value that keeps its type.
    public var parts: [Part]
    /// The scalar as written, for messages.
    public var written: String

    /// Takes an expression that was taken apart already.
    public init(parts: [Part], written: String) {
        self.parts = parts
        self.written = written
    }

    /// The reference, if the scalar is one whole reference.
    public var wholeReference: Reference? {
        if parts.count == 1, case .reference(let reference) = parts[0] { reference } else { nil }
    }

    /// Whether a secret is part of it, which makes the whole text secret.
    public var isSecret: Bool {
        parts.contains { if case .secret = $0 { true } else { false } }
    }

    /// All references in it, in order.
    public var references: [Reference] {
        parts.compactMap { if case .reference(let reference) = $0 { reference } else { nil } }
    }
}

/// `${job/braze_welcome}` or `${segment/"New sign-ups".slug}` as written, before it is looked up.
public struct Reference: Sendable, Hashable {
    /// The words between the slashes, unquoted: `["job", "braze_welcome"]`.
    public let path: [String]
    /// The field behind the dot; `id` when none is written.
    public let field: String
    /// Where the reference stands, from `$` to `}`.
    public let span: SourceSpan
    /// The full address, once resolved; the path as written until then.
    public var address: String
    /// The kind of what it names, `lytics/job`, once resolved.
    public var kind = ""

    /// Names another resource by its path.
    public init(path: [String], field: String = "id", span: SourceSpan) {
        self.path = path
        self.field = field
        self.span = span
        address = path.joined(separator: "/")
    }

    /// The same reference, written somewhere else.
    public func moved(to span: SourceSpan) -> Reference {
        Reference(path: path, field: field, span: span, address: address, kind: kind)
    }

    private init(
        path: [String], field: String, span: SourceSpan, address: String, kind: String
    ) {
        self.path = path
        self.field = field
        self.span = span
        self.address = address
        self.kind = kind
    }

    /// The path as people write it.
    public var written: String { path.joined(separator: "/") }
}
