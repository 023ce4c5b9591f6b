import Documents
import Platforms
import Reconciling

/// What a writing command did.
struct Written: Showable {
    /// One object that was written.
    struct Deed: Sendable {
        var did: String
        var title: String
        var id: String
        var object: Value?
        var remarks: [String]

        init(_ intent: Intent, _ sent: CallSender.Sent) {
            let address = intent.row.address.text
            did = intent.done
            title = intent.title
            remarks = sent.remarks
            object = sent.captured[Slot(address, "object")].map {
                Details.shown($0, of: intent.row.kind)
            }
            let fresh = sent.captured[intent.made ?? Slot(address)]
            id = fresh.map { $0.text ?? $0.canonicalJSON } ?? intent.id
            if id != intent.id { title += " (\(id))" }
        }
    }

    /// What was done, in order.
    var deeds: [Deed] = []

    func text(_ style: TextStyle) -> String {
        deeds.map { deed in
            let remarks = deed.remarks.map { "\(style.paint("note:", .yellow)) \($0)\n" }
            return "\(deed.did) \(deed.title)\n\(remarks.joined())"
        }.joined()
    }

    var json: Value {
        .list(
            deeds.map { deed in
                var object: Object = ["id": .text(deed.id), "did": .text(deed.did)]
                object["object"] = deed.object
                if !deed.remarks.isEmpty {
                    object["remarks"] = .list(deed.remarks.map { .text($0) })
                }
                return .object(object)
            })
    }
}
