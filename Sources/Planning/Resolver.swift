import Diagnostics
import Documents
import Platforms

/// What became of a resource so far, as those that refer to it need to know.
struct Outcome {
    /// Its id, if it exists and will stay the same object.
    var liveID: Value?
    /// The numbers of its drafts: whatever changes it, and what starts or stops it.
    var content: Int?
    var lifecycle: Int?
    /// What deletes older objects of it.
    var olderObjects: [Int] = []
    /// Whether something is wrong with it that was reported already.
    var isBroken = false
}

/// Puts live ids where one resource refers to others; what is not known yet stays as it is.
struct Resolver {
    let world: World
    let resource: Resource
    let outcomes: [Address: Outcome]
    var report = Report()
    private var path: [String] = []

    init(_ world: World, _ resource: Resource, outcomes: [Address: Outcome]) {
        self.world = world
        self.resource = resource
        self.outcomes = outcomes
    }

    /// The value with everything known filled in; nil when nothing had to be.
    mutating func resolve(_ value: Value, _ type: SortedType) -> Value? {
        switch value {
        case .captured(let slot): self.value(of: slot)
        case .joined(let parts): joined(parts)
        case .object(let object): members(object, type)
        case .list(let elements): list(elements, type)
        case .text(let text): plain(text, type)
        default: nil
        }
    }

    private mutating func members(_ object: Object, _ type: SortedType) -> Value? {
        let members = object.members
        var changed: [Object.Member]?
        for index in members.indices {
            guard let value = member(members[index], type) else { continue }
            if changed == nil { changed = members }
            changed?[index].value = value
        }
        return changed.map { .object(Object(members: $0)) }
    }

    private mutating func member(_ member: Object.Member, _ type: SortedType) -> Value? {
        let inner: SortedType
        switch member.value {
        case .int, .bool, .double, .null, .secret: return nil
        case .captured(let slot): return value(of: slot)
        case .text:
            inner = type.member(member.key).type
            guard inner.isReference else { return nil }
        case .list, .object, .joined: inner = type.member(member.key).type
        }
        path.append(member.key)
        defer { path.removeLast() }
        return resolve(member.value, inner)
    }

    private mutating func list(_ elements: [Value], _ type: SortedType) -> Value? {
        let (inner, key) = type.element
        var changed: [Value]?
        for (position, element) in elements.enumerated() {
            path.append(key.flatMap { element[$0]?.scalarText } ?? String(position))
            if let value = resolve(element, inner) {
                if changed == nil { changed = elements }
                changed?[position] = value
            }
            path.removeLast()
        }
        return changed.map(Value.list)
    }

    private mutating func joined(_ parts: [Value]) -> Value? {
        let filled = parts.map { part in resolve(part, .any) ?? part }
        let texts = filled.compactMap(\.scalarText)
        return texts.count == filled.count ? .text(texts.joined()) : .joined(filled)
    }

    private mutating func plain(_ text: String, _ type: SortedType) -> Value? {
        guard case .reference(let kind, let plain) = type, !text.isEmpty else { return nil }
        let account = resource.address.account
        guard let group = world.names.group(account, kind) else { return nil }
        if plain != .name, group.ids[text] != nil { return nil }
        let rows = plain == .liveID ? [] : group.rows[text] ?? []
        let ids = Set(rows.map(\.id))
        if ids.count == 1, let id = ids.first { return id }
        let span = world.span(of: FieldPath(path), in: resource) ?? resource.span
        let what = "\(kind.type) named `\(text)` in account `\(account)`"
        if ids.count > 1 {
            ambiguous(what, rows, span)
        } else {
            unknown(what, group.nearest(to: text, plain), among: group.words(plain), span)
        }
        return nil
    }

    /// Reports a name that nothing has, with the nearest one or else with what there is.
    mutating func unknown(
        _ what: String, _ nearest: String?, among all: [String]?, _ span: SourceSpan
    ) {
        let available = nearest == nil ? all.map(Self.available) : nil
        report.add(
            .error(
                PlanCode.unknownReference, "no \(what)", at: span,
                label: "neither a name nor an id there", notes: [available].compactMap(\.self),
                help: nearest.map { "did you mean `\($0)`?" }))
    }

    /// What there is, in words.
    private static func available(_ all: [String]) -> String {
        all.isEmpty ? "the account has none" : "there are \(Suggestion.first(of: all))"
    }

    /// Reports a name that several things have.
    mutating func ambiguous(_ what: String, _ rows: [LookupRow], _ span: SourceSpan) {
        let ids = Set(rows.compactMap(\.id.scalarText)).sorted()
        report.add(
            .error(
                PlanCode.ambiguousReference, "more than one \(what)", at: span,
                label: "\(ids.count) have this name",
                notes: ["their ids: \(ids.joined(separator: ", "))"], help: "write the id"))
    }
}
