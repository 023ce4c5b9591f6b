import ArgumentParser
import Foundation

/// `weir mcp`: lets an assistant use a project and an account, over the Model Context Protocol.
struct MCPCommand: AsyncParsableCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "mcp",
        abstract: "Serve an assistant over the Model Context Protocol, on stdin and stdout.",
        discussion: """
            A client starts this program and speaks JSON-RPC with it, one message a line. It \
            ends when its input does. Without --allow-writes nothing is ever written; with it the             person is asked before each write, by the client where it can, else by a code on             stderr. Accounts, secrets and ledger are those that weir.yaml has now: after a change             of them the server must be started again.
            """)
    static let examples = ["mcp", "-C flows mcp --allow-writes"]

    @OptionGroup var global: GlobalOptions
    @Option(help: "The account of 10ex, where weir.yaml has several.") var account: String?
    @Flag(help: "Let tools write, each after a confirmation.") var allowWrites = false

    func run() async throws {
        let session = await global.session().pinned()
        let service = MCPService(
            session: session, account: account, allowsWrites: allowWrites,
            client: MCPClient(send: session.console.message))
        let tools =
            MCPProjectTools(session: session).all + Catalog.entries.flatMap { $0.tools(service) }
        let server = MCPServer(
            tools: tools, client: service.client, send: session.console.message)
        await server.serve(InputLines.all(upTo: MCPServer.longestLine))
    }
}
