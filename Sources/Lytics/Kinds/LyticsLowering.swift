import Diagnostics
import Documents
import Platforms

/// What all kinds of Lytics do the same way.
enum LyticsLowering {
    /// The keys of a document that are Weir's.
    static let weirKeys: Set<String> = ["kind", "id", "weir", "$schema"]

    /// Decodes the fields of a document.
    static func decode<T: Described>(
        _ type: T.Type, _ document: AuthoredDocument, into report: inout Report
    ) -> T {
        NodeDecoder.decode(
            type, document.node, skipping: weirKeys, area: "lytics", into: &report)
    }

    /// Makes a resource of a decoded document.
    static func resource<T: Described>(
        _ model: T, _ kind: KindName, _ document: AuthoredDocument
    ) -> Resource {
        let fields = (document.node.map ?? []).lazy.filter { !weirKeys.contains($0.key) }
        return Resource(
            address: document.address, kind: kind, value: ValueEncoder.encode(model),
            needs: Needs.collect(fields.map(\.value)) + document.options.after, node: document.node,
            options: document.options, span: document.idSpan, file: document.file,
            model: DecodedModel(model))
    }
}

extension String {
    /// A slug as paths have it: `braze_export` is `braze-export`.
    var kebab: String { String(map { $0 == "_" ? "-" : $0 }) }
    /// A slug as values have it: `braze-export` is `braze_export`.
    var snake: String { String(map { $0 == "-" ? "_" : $0 }) }
}
