import Diagnostics
import Documents

/// What other tools keep beside a project's files, and how it is recognized.
enum OtherTools {
    /// Whether a map is another tool's document, as Kubernetes writes them: its `kind` has no
    /// slash, and it says which API it is for.
    static func wrote(_ entries: [Node.Entry], _ kind: String) -> Bool {
        !kind.contains("/") && entries.contains { $0.key == "apiVersion" }
    }

    /// Whether a file that is neither YAML nor JSON is a template, or JSON with comments, in which
    /// no kind of ours is named.
    static func wrote(_ source: Source, _ catalog: ProjectCatalog) -> Bool {
        let text = source.bytes
        let names = catalog.platforms.flatMap { [$0.name] + $0.aliases } + ["weir"]
        guard !names.contains(where: { text.holds("\($0)/") }) else { return false }
        if source.name.lowercased().hasSuffix(".json") { return true }
        return ["{%", "{{-", "{{ .", "{{.", "{{ include", "{{ if", "{{ range", "{{ template"]
            .contains(where: text.holds)
    }
}

extension [UInt8] {
    /// Whether the bytes of a text stand somewhere among these.
    fileprivate func holds(_ text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }
}
