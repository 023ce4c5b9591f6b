import Diagnostics
import Documents
import Frontline
import Lytics
import Platforms
import Projects
import Tenex

extension ProjectCatalog {
    /// The platforms that the templates and the examples are about.
    static let all = ProjectCatalog([LyticsPlatform(), FrontlinePlatform(), TenexPlatform()])

    /// One platform with two kinds and a lookup, which take every field.
    static let toys = ProjectCatalog(
        platforms: [
            Entry(
                name: "lytics",
                defaults: AccountDefaults(
                    urlVariable: "LYTICS_API_URL", url: "https://api.lytics.io",
                    tokenName: "LYTICS_API_TOKEN"),
                options: [
                    AccountOption(name: "wire", words: ["auto", "steps"], summary: "The form.")
                ]),
            Entry(
                name: "tenex", aliases: ["10ex"],
                defaults: AccountDefaults(
                    urlVariable: "TENEX_API_BASE", url: nil, tokenName: "TENEX_API_KEY")),
        ],
        kinds: [
            Toy(name: KindName("lytics", "flow")), Toy(name: KindName("lytics", "job")),
            Toy(name: KindName("tenex", "agent")),
        ],
        lookups: [LookupKind(name: KindName("lytics", "segment"), summary: "An audience.")])
}

/// A kind whose value is what was written.
struct Toy: Kind {
    let name: KindName
    let summary = "A toy."
    let lifecycle: Lifecycle? = nil
    let example = ""

    var shape: Shape {
        let step = Shape(fields: [
            Field(name: "slug", type: .text, rules: .required, summary: "Its name."),
            Field(name: "delay", type: .text, rules: .none, summary: "How long."),
        ])
        return Shape(
            fields: [
                Field(name: "label", type: .text, rules: .required, summary: "Its label."),
                Field(
                    name: "steps", type: .list(.object(step), key: "slug"), rules: .none,
                    summary: "Its steps."),
                Field(name: "tags", type: .list(.text, key: nil), rules: .none, summary: "Tags."),
                Field(name: "config", type: .map(.any), rules: .none, summary: "The rest."),
            ], keepsRest: true)
    }

    func decode(_ document: AuthoredDocument, into report: inout Report) -> [Resource] {
        var needs: [Need] = []
        var value = Self.value(document.node, &needs).object ?? [:]
        for key in ["kind", "id", "weir", "$schema"] { value[key] = nil }
        return [
            Resource(
                address: document.address, kind: name, value: .object(value), needs: needs,
                node: document.node, options: document.options, span: document.idSpan,
                file: document.file)
        ]
    }

    private static func value(_ node: Node, _ needs: inout [Need]) -> Value {
        switch node.content {
        case .null: return .null
        case .bool(let bool): return .bool(bool)
        case .int(let int): return .int(int)
        case .double(let double): return .double(double)
        case .text(let text): return .text(text)
        case .list(let nodes): return .list(nodes.map { value($0, &needs) })
        case .map(let entries):
            return .object(Object(entries.map { ($0.key, value($0.value, &needs)) }))
        case .expression(let expression):
            if expression.references.isEmpty { return node.freeValue }
            let parts = expression.parts.map { part(of: $0, &needs) }
            return parts.count == 1 ? parts[0] : .joined(parts)
        }
    }

    private static func part(of part: Expression.Part, _ needs: inout [Need]) -> Value {
        switch part {
        case .literal(let text): return .text(text)
        case .secret(let name): return .secret(name)
        case .reference(let reference):
            needs.append(Need(Address(reference.address), span: reference.span))
            return .captured(Slot(reference.address, reference.field))
        }
    }

    func naturalKey(of value: Value, address: Address) -> Value? { nil }
    func calls(for change: Change) -> ChangeCalls { ChangeCalls() }
    func readBack(
        liveID: Value, value: Value, address: Address, account: Account
    ) -> Read {
        Read(Request(.get, []), purpose: "nothing")
    }
}
