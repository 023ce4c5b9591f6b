public import Diagnostics
import Documents
public import Platforms

/// Documents that the platform cannot tell apart, as far as the files tell: a ledger may know which
/// object belongs to which.
public enum DocumentTwins {
    /// A warning at the second of each two.
    public static func check(
        _ resources: [Resource], kinds: [KindName: any Kind], into report: inout Report
    ) {
        var described: [LiveKey: Resource] = [:]
        for resource in resources.sorted(by: { $0.address < $1.address }) {
            guard !resource.options.namesObject, !resource.options.isExternal,
                let key = kinds[resource.kind]?.naturalKey(
                    of: resource.value, address: resource.address), !key.isNull
            else { continue }
            let live = LiveKey(resource.address.account, resource.kind, value: key)
            guard let other = described[live] else {
                described[live] = resource
                continue
            }
            report.add(
                .indistinguishable(
                    resource, other, .warning,
                    notes: ["`weir plan` refuses them unless the ledger has both"]))
        }
    }
}

extension ResourceOptions {
    /// Whether a document says by an id or an earlier address which object it describes.
    var namesObject: Bool { live != nil || was != nil }
}

extension Diagnostic {
    /// What is wrong with a document that describes the same object as another one.
    static func indistinguishable(
        _ resource: Resource, _ other: Resource?, _ severity: Severity, notes: [String] = []
    ) -> Diagnostic {
        let name = other.map { "`\($0.address)`" } ?? "another document"
        return Diagnostic(
            severity, PlanCode.indistinguishable,
            "the platform cannot tell `\(resource.address)` from \(name)", at: resource.span,
            label: "nothing by which objects are told apart differs",
            secondary: other.map { [Label($0.span, "the other document")] } ?? [], notes: notes,
            help: "give them different names, or name the object of each with "
                + "`weir: { live: ID }`")
    }
}
