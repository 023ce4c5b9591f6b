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
}
