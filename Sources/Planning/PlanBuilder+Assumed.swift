import Documents
import Platforms

/// What an adoption takes to be as the file has it, because the platform does not show it.
extension PlanBuilder {
    /// The digests of the wanted secrets that a live object has: those that the platform shows so,
    /// and those that it never shows.
    func agreeingDigests(
        _ subject: Subject, _ observed: ObservedResource
    ) -> [String: String] {
        (world.digests[subject.address] ?? [:]).filter { digest in
            guard let path = FieldPath(parsing: digest.key) else { return false }
            let parts = path.parts[...]
            if subject.type.rules(along: parts).contains(where: \.isWriteOnly) { return true }
            let live = subject.type.value(at: parts, in: observed.value)
            guard let live, !live.isNull else { return false }
            let written = subject.type.value(at: parts, in: subject.resource.value)
            // Such a digest is of the reference, and the platform shows the id.
            if written?.holdsReference == true { return true }
            return input.liveDigest(live, subject.resource.kind, path) == digest.value
        }
    }

    /// Says once what was assumed of all adopted objects.
    mutating func noteAssumed() {
        guard !assumed.isEmpty else { return }
        let fields = assumed.sorted { $0.address < $1.address }.flatMap { address, paths in
            paths.sorted().map { "`\(address)` `\($0)`" }
        }
        let count = fields.count == 1 ? "1 field is" : "\(fields.count) fields are"
        note(
            about: nil,
            "\(count) never shown by the platform and assumed to be as in your files: "
                + fields.joined(separator: ", "))
    }
}

extension Value {
    /// Whether a text in it is made with something known only later.
    fileprivate var holdsReference: Bool {
        switch self {
        case .captured: true
        case .joined(let parts), .list(let parts): parts.contains(where: \.holdsReference)
        case .object(let object): object.contains { $0.value.holdsReference }
        default: false
        }
    }
}
