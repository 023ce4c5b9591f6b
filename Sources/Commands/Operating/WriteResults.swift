import Documents
import Platforms
import Reconciling

/// One object that was written.
struct WriteResult: Sendable {
    /// What was done: `paused`.
    var did: String
    /// `job `Braze welcome` (3f2a…)`.
    var title: String
    /// The live id.
    var id: String
    /// The object as the platform answered.
    var object: Value?
    /// What is not as it should be.
    var remarks: [String]

    init(_ write: PendingWrite, _ sent: CallSender.Sent) {
        let address = write.row.address.text
        did = write.done
        title = write.title
        remarks = sent.remarks
        object = sent.captured[Slot(address, "object")].map {
            Details.shown($0, of: write.row.kind)
        }
        let fresh = sent.captured[write.made ?? Slot(address)]
        id = fresh.map { $0.text ?? $0.canonicalJSON } ?? write.id
        if id != write.id { title += " (\(id))" }
    }
}

/// What a writing command did, in order.
struct WriteResults: Showable {
    /// An object each.
    var results: [WriteResult] = []

    func text(_ style: TextStyle) -> String {
        results.map { result in
            let remarks = result.remarks.flatMap {
                style.lines("\(style.paint("note:", .yellow)) ", $0)
            }
            let lines = style.lines("\(result.did) ", result.title) + remarks
            return lines.map { $0 + "\n" }.joined()
        }.joined()
    }

    var json: Value {
        .list(
            results.map { result in
                var object: Object = ["id": .text(result.id), "did": .text(result.did)]
                object["object"] = result.object
                if !result.remarks.isEmpty {
                    object["remarks"] = .list(result.remarks.map { .text($0) })
                }
                return .object(object)
            })
    }
}
