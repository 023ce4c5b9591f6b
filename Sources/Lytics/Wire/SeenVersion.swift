import Documents

/// One version of a flow as an endpoint answered it.
struct SeenVersion: Hashable {
    let raw: Object
    /// The endpoint that answered.
    let wire: FlowWire

    /// Takes an answer; nil where it shows no flow.
    init?(_ value: Value, at wire: FlowWire) {
        guard let raw = value.object, raw["id"]?.text != nil else { return nil }
        self.raw = raw
        self.wire = wire
    }

    var id: String { raw["id"]?.text ?? "" }
    var number: Int64 { raw["version"]?.int ?? 0 }
    var state: String { raw["state"]?.text ?? "draft" }
    var isDeleted: Bool { state == "deleted" }
    var isDraft: Bool { state == "draft" }
    /// The form in which it shows itself.
    var form: FlowWire { FlowWire.seen(in: raw, at: wire) ?? .steps }
}

/// The versions of one flow that are not deleted, the oldest first.
struct SeenFlow {
    let id: String
    let versions: [SeenVersion]

    /// The flows of an answer, in its order.
    static func all(_ versions: [SeenVersion]) -> [SeenFlow] {
        let there = versions.filter { !$0.isDeleted }
        let groups = Dictionary(grouping: there, by: \.id)
        var seen: Set<String> = []
        return there.map(\.id).filter { seen.insert($0).inserted }.map { id in
            SeenFlow(id: id, versions: (groups[id] ?? []).sorted { $0.number < $1.number })
        }
    }

    /// The version that acts on people: the one that runs, else the last that did; else the newest.
    var acting: SeenVersion? {
        versions.last { $0.state == "running" } ?? versions.last { !$0.isDraft } ?? versions.last
    }

    /// A draft that is newer than the one that acts.
    var draft: SeenVersion? {
        guard let newest = versions.last, newest.isDraft, newest.number != acting?.number else {
            return nil
        }
        return newest
    }

    /// Whether only a draft is seen, under which an older version may act on people.
    var mayHideActing: Bool {
        versions.allSatisfy(\.isDraft) && (versions.first?.number ?? 0) > 0
    }
}
