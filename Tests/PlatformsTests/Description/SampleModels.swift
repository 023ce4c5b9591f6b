import Diagnostics
import Documents
import Platforms

/// The words of a sample step.
enum SampleType: String, WordValue {
    case mail, delay, split
}

/// A step with fields that depend on its type.
struct SampleStep: Described {
    var slug = Written<String>()
    var type = Written<SampleType>()
    var id = Written<Int64>()
    var delay = Written<Nanoseconds>()
    var job = Written<String>()
    var segments = Written<[ReferenceText]>()
    var branches = Written<[SampleBranch]>()

    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("slug", &slug, "The step's name.", .required)
        fields.tag("type", &type, "What it does.", .required)
        fields.field("id", &id, "Its number.")
        fields.field(
            "delay", &delay, "How long.",
            .with {
                $0.isRequired = true; $0.only = ["delay"]
            })
        fields.reference(
            "job", &job, to: KindName("sample", "job"), plain: .liveID, "The job.", .only("mail"))
        fields.references(
            "segments", &segments, to: KindName("sample", "segment"), plain: .either,
            "Whom to wait for.", .only("delay", "split"))
        fields.list("branches", &branches, key: nil, "The ways on.", .only("split"))
    }
}

/// One way on.
struct SampleBranch: Described {
    var next = Written<String>()
    var share = Written<Double>()

    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("next", &next, "Where to.", .required)
        fields.field("share", &share, "How many.")
    }
}

/// An object within the flow that keeps what it does not know.
struct SampleSettings: Described {
    var color = Written<String>()
    var rest: Object = [:]

    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("color", &color, "A color.")
        fields.rest(&rest)
    }
}

/// A document with one field of every sort.
struct SampleFlow: Described {
    var label = Written<String>()
    var isOpen = Written<Bool>()
    var version = Written<Int64>()
    var expires = Written<Timestamp>()
    var tags = Written<[String]>()
    var free = Written<Value>()
    var token = Written<String>()
    var settings = Written<SampleSettings>()
    var config = Written<Object>()
    var steps = Written<[SampleStep]>()

    mutating func describe(_ fields: inout some FieldVisitor) {
        fields.field("label", &label, "Its name.", .required)
        fields.field("open", &isOpen, "Whether it is open.", .defaulting(true))
        fields.field("version", &version, "Its version.", .readOnly)
        fields.field("expires_at", &expires, "When it ends.")
        fields.field("tags", &tags, "Words about it.")
        fields.field("free", &free, "Anything.")
        fields.field("token", &token, "A secret.", .with { $0.isSecret = true })
        fields.object("settings", &settings, "Settings.", .none)
        fields.map("config", &config, "Free settings.", .none)
        fields.list("steps", &steps, key: "slug", "The steps.", .none)
    }
}

/// A kind for explanations and schemas only.
struct SampleKind: Kind {
    let name = KindName("sample", "flow")
    let summary = "A sample."
    let shape = ShapeBuilder.shape(of: SampleFlow.self)
    let lifecycle: Lifecycle? = nil
    let example = "kind: sample/flow\nid: welcome\nlabel: Welcome\n"

    func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] { [] }
    func naturalKey(of value: Value, address: Address) -> Value? { nil }
    func calls(for change: Change) -> ChangeCalls { ChangeCalls() }
    func readBack(
        liveID: Value, value: Value, address: Address, account: Account
    ) -> Read {
        Read(Request(.get, []), purpose: "nothing")
    }
}

/// A text as a tree, with whole and mixed `${…}` taken apart, and what decoding it reports.
struct Sample {
    let text: String
    let node: Node
    var report = Report()

    init(_ text: String) {
        self.text = text
        var report = Report()
        let source = SourceID(0)
        let documents = DocumentParser.parse(Array(text.utf8), source: source, into: &report)
        let empty = Node(.null, span: SourceSpan(source: source, start: 0, end: 0))
        node = Sample.withExpressions(documents.first?.root ?? empty)
        self.report = report
    }

    /// Decodes the tree; `kind` and `id` are not the model's.
    mutating func decode<T: Described>(_ type: T.Type) -> T {
        NodeDecoder.decode(type, node, skipping: ["kind", "id"], area: "sample", into: &report)
    }

    /// The codes with the underlined texts: `sample/unknown-key lable`.
    var problems: [String] {
        report.sorted.map { "\($0.code) \($0.primary.map { underlined($0.span) } ?? "")" }
    }

    /// The messages in reading order.
    var messages: [String] { report.sorted.map(\.message) }

    /// The bytes of a span as a text.
    func underlined(_ span: SourceSpan) -> String {
        String(decoding: Array(text.utf8)[Int(span.start)..<Int(span.end)], as: UTF8.self)
    }

    /// The tree with its expressions taken apart.
    static func withExpressions(_ node: Node) -> Node {
        var node = node
        switch node.content {
        case .list(let nodes): node.content = .list(nodes.map(withExpressions))
        case .map(let entries):
            node.content = .map(
                entries.map {
                    Node.Entry(
                        key: $0.key, keySpan: $0.keySpan, value: withExpressions($0.value))
                })
        case .text(let text) where text.contains("${"):
            node.content = .expression(Expression(parts: parts(text, node.span), written: text))
        default: break
        }
        return node
    }

    private static func parts(_ text: String, _ span: SourceSpan) -> [Expression.Part] {
        var parts: [Expression.Part] = []
        for (index, piece) in text.split(separator: "${", omittingEmptySubsequences: false)
            .enumerated()
        {
            let pair = piece.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
            let literal = index == 0 ? piece : (pair.last ?? "")
            if index > 0, let name = pair.first {
                if name.hasPrefix("secret.") {
                    parts.append(.secret(String(name.dropFirst(7))))
                } else {
                    var reference = Reference(
                        path: name.split(separator: "/").map(String.init), span: span)
                    reference.kind = "sample/\(reference.path.dropLast().last ?? "")"
                    parts.append(.reference(reference))
                }
            }
            if !literal.isEmpty { parts.append(.literal(String(literal))) }
        }
        return parts
    }
}
