/// Lets the options that every verb takes stand before the verb too: `weir -C flows plan`.
/// `weir --version` is `weir version`.
enum LeadingOptions {
    private static let withValue: Set<String> = ["-C", "--directory", "--env", "--color"]
    private static let alone: Set<String> = ["-v", "--verbose"]

    /// Moves options that stand before the verb to the end, where the verb itself reads them.
    static func moved(_ arguments: [String]) -> [String] {
        if arguments == ["--version"] { return ["version"] }
        var leading: [String] = []
        var rest = arguments[...]
        while let first = rest.first {
            let name = String(first.prefix { $0 != "=" })
            let count =
                alone.contains(first) || (name != first && withValue.contains(name))
                ? 1 : withValue.contains(first) ? 2 : 0
            if count == 0 { break }
            leading += rest.prefix(count)
            rest = rest.dropFirst(count)
        }
        guard let end = rest.firstIndex(of: "--") else { return rest + leading }
        return rest[..<end] + leading + rest[end...]
    }
}
