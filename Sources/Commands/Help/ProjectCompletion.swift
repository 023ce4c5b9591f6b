import ArgumentParser
import Diagnostics
import Documents
import Platforms
import Projects

/// What a shell completes from the project's files, without reaching a platform.
enum ProjectCompletion {
    /// The names of environments.
    static var environments: CompletionKind {
        .custom { words, _, prefix in
            await load(words, .settings).environments
                .map { CompletionWord(word: $0, meaning: "") }.completing(prefix)
        }
    }

    /// The addresses of documents, each once, shortened where the account goes without saying.
    static func addresses(
        where isWanted: @escaping @Sendable (Resource) -> Bool = { _ in true }
    ) -> CompletionKind {
        .custom { words, _, prefix in
            let resources = await load(words, .whole).project?.resources ?? []
            return resources.filter(isWanted).compactMap { word(for: $0, prefix) }
                .completing(prefix)
        }
    }

    /// The addresses of what people walk through.
    static var flows: CompletionKind {
        addresses { Catalog.kind($0.kind)?.graph(of: $0) != nil }
    }

    /// Kinds, codes and topics that can be explained.
    static var topics: CompletionKind {
        .custom { _, _, prefix in
            let kinds = Catalog.kinds.map {
                CompletionWord(word: $0.name.description, meaning: $0.summary)
            }
            let others = Explanation.all.map(\.code) + Catalog.topics.keys
            let words = kinds + others.map { CompletionWord(word: $0, meaning: "") }
            return words.sorted { $0.word < $1.word }.completing(prefix)
        }
    }

    /// The address without its account, or whole where that is what was begun.
    private static func word(for resource: Resource, _ prefix: String) -> CompletionWord? {
        let address = resource.address.text
        let short = address.split(separator: "/").dropFirst().joined(separator: "/")
        let words = [short, address].filter { $0.hasPrefix(prefix) }
        return words.first.map { CompletionWord(word: $0, meaning: resource.title) }
    }

    private static func load(_ words: [String], _ extent: ProjectExtent) async -> ProjectLoad {
        let session = Session.ofProcess()
        var request = ProjectRequest(
            directory: LiveIDs.value(after: ["-C", "--directory"], in: words) ?? ".",
            environment: extent == .whole ? LiveIDs.value(after: ["--env"], in: words) : nil,
            variables: session.variables, catalog: .all)
        request.extent = extent
        return await Project.load(request)
    }
}

extension Resource {
    /// The name that people see, as far as it is written.
    fileprivate var title: String {
        Catalog.kind(kind)?.objectName(in: value) ?? ""
    }
}
