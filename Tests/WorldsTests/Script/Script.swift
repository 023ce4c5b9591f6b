/// Everything that happens in one world.
struct Script: Sendable {
    /// The seed it follows from.
    var seed: UInt64
    /// What happens, in order.
    var steps: [Step]

    /// A number a line, in words.
    var words: String {
        steps.enumerated().map { "  \($0 + 1). \($1)" }.joined(separator: "\n")
    }
}

extension Script {
    /// The script of a seed.
    init(seed: UInt64) {
        var writer = ScriptWriter(seed: seed)
        self.init(seed: seed, steps: writer.write())
    }
}
