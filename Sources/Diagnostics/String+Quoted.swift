extension String {
    /// A phrase as it stands within a message: in backquotes, or in quotation marks where it has
    /// backquotes of its own.
    public var quoted: String { contains("`") ? "\"\(self)\"" : "`\(self)`" }
}
