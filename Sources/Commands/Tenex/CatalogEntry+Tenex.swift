import Diagnostics
import TenexEmulated
import Tenex

extension CatalogEntry {
    /// 10ex, whose emulated API has the names that the account says.
    static let tenex = CatalogEntry(
        platform: TenexPlatform(), command: TenexCommand.self,
        explanations: TenexPlatform.explanations + TenexCommandCode.explanations,
        topics: ["tenex/api": TenexAPI.text],
        emulated: { TenexEmulatedAPI(api: TenexAPI(options: $0)) },
        tools: { MCPTenexTools(service: $0).all },
        demo: { try await $0.runWorkflow() })
}
