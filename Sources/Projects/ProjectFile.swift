/// What became of one file or folder of a project's folder.
public struct ProjectFile: Sendable, Equatable {
    /// Its path within the project.
    public let path: String
    /// How many documents of the project it holds.
    public let documents: Int
    /// Why it was left out, in words; nil where it was read.
    public let skipped: String?
    /// Whether another tool's documents are in it.
    public let isOfOtherTool: Bool

    init(_ path: String, documents: Int = 0, skipped: String? = nil, isOfOtherTool: Bool = false) {
        self.path = path
        self.documents = documents
        self.skipped = skipped
        self.isOfOtherTool = isOfOtherTool
    }
}
