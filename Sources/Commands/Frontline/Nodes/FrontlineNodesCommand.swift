import ArgumentParser
import Documents

/// `weir frontline flows nodes`: the nodes of a draft.
struct FrontlineNodesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nodes", abstract: "List, make, change and delete nodes of a draft.",
        subcommands: [
            FrontlineNodesListCommand.self, FrontlineNodesCreateCommand.self,
            FrontlineNodesUpdateCommand.self, FrontlineNodesDeleteCommand.self,
        ])
}

/// `weir frontline flows nodes list`: the nodes of a draft.
struct FrontlineNodesListCommand: AsyncParsableCommand, DocumentedCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the nodes of a draft.")

    static let output = Listing.schema(FrontlineNodeColumns.all)

    @OptionGroup var flow: FrontlineFlowOptions
    @OptionGroup var list: FrontlineListOptions

    func run() async throws {
        try await flow.run { place in
            let rows = FrontlineNodeColumns.rows(of: place)
            list.show(Listing(columns: FrontlineNodeColumns.all, items: rows), place.operation)
            return .done
        }
    }
}
