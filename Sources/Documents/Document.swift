// Floor 1. In: the bytes of YAML and JSON files, and JSON answers. Out: trees whose nodes know
// their place, plain values, and canonical text. Never: files, network, guesses about meaning.

public import Diagnostics

/// One YAML document of a file: everything between two `---`.
public struct Document: Sendable, Equatable {
    /// What the document holds.
    public let root: Node
    /// Where the document stands.
    public let span: SourceSpan

    /// Holds a tree.
    public init(root: Node, span: SourceSpan) {
        self.root = root
        self.span = span
    }
}
