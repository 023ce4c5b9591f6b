public import Documents
import Platforms

/// What Weir knows of the node types of flows, beside what the service says today.
public enum FrontlineNodeTable {
    /// The types that flows have, with whether several edges may leave a node.
    public static var types: [String: Bool] {
        Dictionary(
            uniqueKeysWithValues: FrontlineNodeType.allCases.map {
                ($0.rawValue, [.api, .routing, .tools].contains($0))
            })
    }

    /// Where the service's catalogue differs from the table, a sentence each.
    public static func differences(_ catalogue: [Value]) -> [String] {
        var rows: [String: Value] = [:]
        for row in catalogue {
            if let type = row["type"]?.text { rows[type] = row }
        }
        let known = types.sorted { $0.key < $1.key }.flatMap { type, isMultiple -> [String] in
            guard let row = rows[type] else { return ["the service has no `\(type)`"] }
            if row["validInFlow"] == false { return ["the service takes no `\(type)` in flows"] }
            let several = row["allowsMultipleOutgoingHandles"]?.bool
            guard let several, several != isMultiple else { return [] }
            let words = several ? "several edges" : "one edge"
            return ["the service lets \(words) leave a `\(type)`"]
        }
        let new = rows.filter { $0.value["validInFlow"] == true && types[$0.key] == nil }
        return known + new.keys.sorted().map { "the service has `\($0)`, which Weir does not know" }
    }
}
