package import Diagnostics
import Documents

extension AuthoredDocument {
    /// The keys of every document that are Weir's and no field of a kind.
    package static let weirKeys: Set<String> = ["kind", "id", "weir", "$schema"]

    /// Decodes its fields as a model; `beside` names keys that its kind reads by itself.
    ///
    /// Codes are `area/unknown-key` and so on, where the area is the platform of the kind.
    package func decoded<Model: Described>(
        _ type: Model.Type, _ kind: KindName, beside others: Set<String> = [],
        into report: inout Report
    ) -> Model {
        NodeDecoder.decode(
            type, node, skipping: Self.weirKeys.union(others), area: kind.platform, into: &report)
    }

    /// The resource that it describes, of a decoded model.
    package func resource(
        _ model: some Described, _ kind: KindName, beside others: Set<String> = []
    ) -> Resource {
        let skipped = Self.weirKeys.union(others)
        let fields = (node.map ?? []).lazy.filter { !skipped.contains($0.key) }
        return Resource(
            address: address, kind: kind, value: ValueEncoder.encode(model),
            needs: Needs.collect(fields.map(\.value)) + options.after, node: node,
            options: options, span: idSpan, file: file, model: DecodedModel(model))
    }
}
