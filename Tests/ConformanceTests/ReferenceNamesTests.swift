import Diagnostics
import Documents
import Planning
import Platforms
import Testing

@testable import Commands

/// One field of a kind that holds an id, on its own.
private struct ReferenceField: CustomStringConvertible {
    let kind: any Kind
    let path: [String]
    let target: KindName
    let plain: Plain
    /// Puts an id into a value of the kind.
    let value: @Sendable (Value) -> Value

    var description: String { "\(kind.name) \(path.joined(separator: "."))" }

    /// Whether the platform never shows it.
    var isWriteOnly: Bool {
        SortedType.object(SortedShape(kind.shape)).rules(along: path[...])
            .contains(where: \.isWriteOnly)
    }

    /// All of a kind.
    static func all(of kind: any Kind) -> [ReferenceField] {
        found(in: .object(kind.shape), kind, []) { $0 }
    }

    private static func found(
        in type: FieldType, _ kind: any Kind, _ path: [String],
        _ value: @escaping @Sendable (Value) -> Value
    ) -> [ReferenceField] {
        guard path.count < 8 else { return [] }
        switch type {
        case .reference(let target, let plain):
            return [
                ReferenceField(kind: kind, path: path, target: target, plain: plain, value: value)
            ]
        case .object(let shape):
            return shape.fields.flatMap { field in
                found(in: field.type, kind, path + [field.name]) { id in
                    value(.object(Object([(field.name, id)])))
                }
            }
        case .list(let element, let key):
            return found(in: element, kind, path) { id in
                var inner = id
                if let key, case .object(var object) = id, object[key] == nil {
                    object[key] = "one"
                    inner = .object(object)
                }
                return value([inner])
            }
        case .map(let element):
            return found(in: element, kind, path + ["one"]) { value(["one": $0]) }
        default: return []
        }
    }
}

/// Which sides of a field differ.
private enum Disagreement: CaseIterable {
    case drift, conflict, edit, release
}

/// What a plan is made from where one field holds one id in the file and another one live.
private struct FieldScene {
    let field: ReferenceField
    let difference: Disagreement

    private var account: Account {
        let name = field.kind.name.platform
        return Account(
            name: name, platform: name, url: "https://x", tokenName: "TOKEN", identity: "1")
    }

    private func address(_ kind: KindName, _ id: String) -> Address {
        Address("\(kind.platform)/\(kind.type)/\(id)")
    }

    /// What a file may say of a thing that has no document.
    private var writtenName: Value {
        Workspace.kinds[field.target] == nil ? "named_a" : "id-of-a"
    }

    private func sides() -> (wanted: Value, recorded: Value, live: Value) {
        let (one, other) = (field.value("id-of-a"), field.value("id-of-b"))
        let written = field.value(field.plain == .liveID ? "id-of-a" : writtenName)
        return switch difference {
        case .drift: (written, one, other)
        case .conflict: (written, field.value("id-of-c"), other)
        case .edit: (written, other, other)
        case .release: ([:], other, other)
        }
    }

    private func recorded(_ kind: KindName, _ id: String, _ live: Value, _ value: Value)
        -> RecordedResource
    {
        RecordedResource(
            address: address(kind, id), kind: kind, liveID: live, value: value)
    }

    var input: PlanningInput {
        let (wanted, applied, live) = sides()
        let kind = field.kind.name
        let span = SourceSpan(source: SourceID(0), start: 0, end: 1)
        let resource = Resource(
            address: address(kind, "x"), kind: kind, value: wanted, needs: [],
            node: Node(.null, span: span), options: ResourceOptions(), span: span, file: "x.yaml")
        var input = PlanningInput(
            project: "p", environment: "e", accounts: [account], kinds: Workspace.kinds,
            wanted: [resource])
        input.recorded[resource.address] = recorded(kind, "x", "id-of-x", applied)
        input.observed = [
            ObservedResource(
                account: account.name, kind: kind, liveID: "id-of-x", naturalKey: .null,
                value: live, raw: live)
        ]
        let names = ["a", "b", "c"]
        guard Workspace.kinds[field.target] != nil else {
            input.lookups[account.name] = names.map {
                LookupRow(
                    kind: field.target, id: .text("id-of-\($0)"), names: ["named_\($0)"])
            }
            return input
        }
        for name in names {
            let known = recorded(field.target, "named_\(name)", .text("id-of-\(name)"), [:])
            input.recorded[known.address] = known
        }
        return input
    }
}

@Suite struct `a field that holds an id` {
    @Test func `is shown with names on all sides, on every kind`() throws {
        var walked: [KindName: Int] = [:]
        for field in Catalog.kinds.flatMap({ ReferenceField.all(of: $0) }) {
            for difference in Disagreement.allCases {
                let comparison = FieldScene(field: field, difference: difference)
                var report = Report()
                var plan = Planner.plan(comparison.input, into: &report)
                plan.rows = plan.rows.filter { $0.address.id == "x" && !$0.fields.isEmpty }
                let again = try Plan(encoded: plan.encoded)
                let text = PlanText.render(again, style: TextStyle())
                guard !plan.rows.isEmpty else { continue }
                walked[field.kind.name, default: 0] += 1
                #expect(!text.contains("id-of-"), "\(field), \(difference)\n\(text)")
                // A whole list that is released is told by its elements' keys, and what is live of
                // a field that is never shown is nowhere.
                let isNamed =
                    text.contains("named_b") || difference == .release || field.isWriteOnly
                #expect(isNamed, "\(field), \(difference)\n\(text)")
            }
        }
        let referring = Catalog.kinds.filter { !ReferenceField.all(of: $0).isEmpty }.map(\.name)
        for kind in referring { #expect(walked[kind] ?? 0 > 0, "\(kind) was never walked") }
        #expect(referring.count >= 8)
    }
}
