import Diagnostics
import LyticsEmulated
import Lytics

extension CatalogEntry {
    /// Lytics.
    static let lytics = CatalogEntry(
        platform: LyticsPlatform(), command: LyticsCommand.self,
        explanations: LyticsPlatform.explanations + LyticsCommandCode.explanations,
        emulated: { _ in LyticsEmulatedAPI() })
}
