import Documents
import Platforms

/// An edit of a document for which the object is replaced.
struct Replacement: Sendable {
    let before: Document
    let after: Document
    /// The document or child whose object is replaced.
    let owner: String

    /// One edit a kind of a subject.
    static func all(of subject: Subject, _ documents: [Document]) -> [Replacement] {
        var seen: Set<KindName> = []
        return documents.flatMap { document -> [Replacement] in
            guard let kind = document.kind else { return [] }
            return Mutation.all(of: document, kind: kind, subject: subject).compactMap { mutation in
                guard mutation.action(kind) == .replace,
                    seen.insert(mutation.childKind?.name ?? kind.name).inserted
                else { return nil }
                return Replacement(
                    before: document, after: mutation.document, owner: mutation.owner)
            }
        }
    }

    /// The document with its lifecycle field on, where it has one.
    static func running(_ document: Document) -> Document {
        guard let lifecycle = document.kind?.lifecycle, let state = lifecycle.running.first
        else { return document }
        var running = document
        running.value = document.value.with(
            lifecycle.field,
            ["true", "false"].contains(state) ? .bool(state == "true") : .text(state))
        return running
    }
}
