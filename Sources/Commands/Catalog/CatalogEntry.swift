import ArgumentParser
import Diagnostics
import Documents
import EmulatedKit
import Platforms

/// A platform as the program offers it: its contract, its commands, and what tells about it.
struct CatalogEntry: Sendable {
    /// The platform.
    var platform: any Platform
    /// Its operating commands, `weir lytics`.
    var command: any ParsableCommand.Type
    /// The long forms of its rules.
    var explanations: [Explanation]
    /// What `weir explain` tells beside kinds and rules, by topic.
    var topics: [String: String] = [:]
    /// Its emulated API for an account whose entry has some options; nil where there is none.
    var emulated: (@Sendable (Object) -> any EmulatedAPI)?
    /// Its tools for assistants.
    var tools: @Sendable (MCPService) -> [MCPTool] = { _ in [] }
    /// What the demo shows of its operating commands.
    var demo: @Sendable (DemoWalk) async throws -> Void = { _ in }
}
