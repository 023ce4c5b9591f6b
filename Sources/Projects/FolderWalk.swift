/// Finds the documents' files below a folder; hidden folders are left alone.
struct FolderWalk {
    /// A file or folder that could not be looked into, and why.
    struct Problem {
        let path: String
        let reason: String
        /// What is wrong with a link; nil for what is none.
        var link: Link?
    }

    /// What is wrong with a link; the reason is where it leads.
    enum Link {
        /// It leads out of the project.
        case out
        /// It is called like a document, and leads to what is not.
        case elsewhere
    }

    /// The paths of `*.yaml`, `*.yml` and `*.json`, relative to the root and sorted.
    private(set) var files: [String] = []
    /// The folders, relative to the root, which itself is the empty path.
    private(set) var folders: Set<String> = []
    /// What patterns leave out.
    private(set) var ignored: [ProjectFile] = []
    /// What could not be looked into.
    private(set) var problems: [Problem] = []
    private var seen: Set<String> = []
    private var links: [String] = []
    private let root: String
    private let patterns: IgnorePatterns

    /// A walk that went nowhere.
    init() {
        root = ""
        patterns = IgnorePatterns()
    }

    /// Walks everything below a root that no pattern leaves out; a folder reached twice through
    /// links is walked once.
    init(_ root: String, ignoring patterns: IgnorePatterns = IgnorePatterns()) {
        self.root = root
        self.patterns = patterns
        walk("")
        while let link = links.popLast() { walk(link) }
        files.sort()
    }

    private mutating func walk(_ folder: String) {
        let path = folder.isEmpty ? root : "\(root)/\(folder)"
        guard case .folder(let device, let number) = FileSystem.target(of: path),
            seen.insert("\(device) \(number)").inserted
        else { return }
        folders.insert(folder)
        do throws(FileSystem.Failure) {
            for name in try FileSystem.names(in: path).sorted() where !name.hasPrefix(".") {
                visit(folder.isEmpty ? name : "\(folder)/\(name)", name)
            }
        } catch {
            problems.append(Problem(path: folder, reason: error.reason))
        }
    }

    private mutating func visit(_ path: String, _ name: String) {
        let isDocument = Self.isDocument(name)
        switch FileSystem.entry(at: "\(root)/\(path)") {
        case .folder where !isDocument:
            if !isIgnored(path) { walk(path) }
        case .link: follow(path, isDocument)
        // What is called like a document and is none is reported when it is read.
        default:
            if isDocument, !isIgnored(path) { files.append(path) }
        }
    }

    private mutating func follow(_ path: String, _ isDocument: Bool) {
        var isFolder = false
        if case .folder = FileSystem.target(of: "\(root)/\(path)") { isFolder = true }
        guard isFolder || isDocument, !isIgnored(path) else { return }
        let real = FileSystem.realPath("\(root)/\(path)")
        if let real, real != root, !real.hasPrefix(root + "/") {
            problems.append(Problem(path: path, reason: real, link: .out))
        } else if let real, !isFolder, !Self.isDocument(real) || isHidden(real) {
            // A file of secrets under the name of a document would be shown around a mistake.
            let inside = String(real.dropFirst(root.count + 1))
            problems.append(Problem(path: path, reason: inside, link: .elsewhere))
        } else if isFolder {
            links.append(path)
        } else {
            files.append(path)
        }
    }

    private func isHidden(_ real: String) -> Bool {
        real.hasPrefix(root)
            && real.dropFirst(root.count).split(separator: "/").contains {
                $0.hasPrefix(".")
            }
    }

    private mutating func isIgnored(_ path: String) -> Bool {
        guard let pattern = patterns.pattern(for: path) else { return false }
        let isUsual = IgnorePatterns.usual.contains(pattern)
        ignored.append(
            ProjectFile(path, skipped: isUsual ? "always left out" : "`ignore: \(pattern)`"))
        return true
    }

    private static func isDocument(_ name: String) -> Bool {
        let lower = name.lowercased()
        return [".yaml", ".yml", ".json"].contains { lower.hasSuffix($0) }
    }
}
