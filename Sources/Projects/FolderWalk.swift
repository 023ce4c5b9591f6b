/// Finds the documents' files below a folder; hidden folders are left alone.
struct FolderWalk {
    /// The paths of `*.yaml`, `*.yml` and `*.json`, relative to the root and sorted.
    private(set) var files: [String] = []
    /// The folders, relative to the root, which itself is the empty path.
    private(set) var folders: Set<String> = []
    private var seen: Set<String> = []
    private var links: [String] = []
    private let root: String

    /// A walk that went nowhere.
    init() { root = "" }

    /// Walks everything below a root; a folder reached twice through links is walked once.
    init(_ root: String) {
        self.root = root
        walk("")
        while let link = links.popLast() { walk(link) }
        files.sort()
    }

    private mutating func walk(_ folder: String) {
        let path = folder.isEmpty ? root : "\(root)/\(folder)"
        guard case .folder(let device, let number) = FileSystem.target(of: path),
            seen.insert("\(device) \(number)").inserted,
            let names = try? FileSystem.names(in: path)
        else { return }
        folders.insert(folder)
        for name in names.sorted() where !name.hasPrefix(".") {
            let below = folder.isEmpty ? name : "\(folder)/\(name)"
            if Self.isDocument(name) { files.append(below) } else { follow(below) }
        }
    }

    private mutating func follow(_ path: String) {
        switch FileSystem.entry(at: "\(root)/\(path)") {
        case .folder: walk(path)
        case .link:
            if case .folder = FileSystem.target(of: "\(root)/\(path)") { links.append(path) }
        case .file, .other, nil: break
        }
    }

    private static func isDocument(_ name: String) -> Bool {
        name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasSuffix(".json")
    }
}
