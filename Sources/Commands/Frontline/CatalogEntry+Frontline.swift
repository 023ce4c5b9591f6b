import FrontlineEmulated
import Frontline

extension CatalogEntry {
    /// Frontline.
    static let frontline = CatalogEntry(
        platform: FrontlinePlatform(), command: FrontlineCommand.self,
        explanations: FrontlinePlatform.explanations, emulated: { _ in FrontlineEmulatedAPI() })
}
