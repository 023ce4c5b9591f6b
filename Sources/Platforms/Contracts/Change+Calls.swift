package import Documents

extension Change {
    /// The id of the object as it is, or as this run will learn it.
    package var liveID: Value {
        if action == .delete, let recorded { return recorded.liveID }
        return observed?.liveID ?? .captured(Slot(address.text))
    }

    /// Where the object read before an update is kept.
    package var read: Slot { Slot(address.text, "read") }

    /// What every write of a whole object tells later calls.
    package var captures: [Capture] {
        [
            Capture(Slot(address.text), from: .at("id", .whole)),
            Capture(Slot(address.text, "object"), from: .whole),
        ]
    }

    /// The read just before a full replace.
    package func readCall(_ request: Request, _ what: String) -> Call {
        Call(
            "read \(what) as it is now", request,
            captures: [Capture(read, from: .only(.exists(.member("id")), .whole))])
    }

    /// Creates the object; where the answer is lost, what the list has under `conditions` is it.
    package func createCall(
        _ summary: String, _ request: Request, unlessIn list: Request, _ conditions: [Condition]
    ) -> Call {
        let probe = Probe(read: list, matches: .all(conditions), captures: captures)
        return Call(summary, request, captures: captures, again: .probe(probe))
    }

    /// Replaces the object: ours over what was read just before, without what the service sets.
    /// What is cleared is sent as its shape says that no value is written, or not at all.
    package func replaceCalls(
        _ what: String, reading read: Request, dropping server: [String], ours: Object,
        as shape: Shape, summary: String? = nil, writing write: (Request.Body) -> Request
    ) -> [Call] {
        let overlay = Overlay(
            read: self.read, dropping: server, ours: .object(shape.cleared(ours)), omitsNull: true
        ).keeping(observed?.raw)
        return [
            readCall(read, what),
            Call(
                summary ?? "update \(what)", write(.over(overlay)),
                captures: [Capture(Slot(address.text, "object"), from: .whole)]),
        ]
    }

    /// Deletes the object; one that is gone already is as good.
    package func deleteCall(_ what: String, _ request: Request) -> Call {
        Call("delete \(what)", request, accepts: [404])
    }
}
