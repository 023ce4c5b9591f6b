public import Diagnostics
public import Documents
public import Platforms

/// What a file wants of one resource, as a plan file holds it: it is planned again without the
/// file.
public struct StoredResource: Sendable, Equatable {
    /// Its stable name.
    public var address: Address
    /// What it is.
    public var kind: KindName
    /// The authored fields; references and secrets by their names.
    public var value: Value
    /// What it refers to.
    public var needs: [Address]
    /// What its `weir:` block says, but for `after`.
    public var options: ResourceOptions
    /// The addresses of `after`.
    public var after: [Address]
    /// What the elements of its lists were called.
    public var renames: [Rename]
    /// Fields at the top of its document that are none of `value`.
    public var others: [String]
    /// Where it is written.
    public var place: Place
    /// Every file that it comes from: its document, texts, what an environment changes of it.
    public var files: [String]
}

extension StoredResource {
    /// Takes what a plan file needs of a resource.
    init(_ resource: Resource, shape: Shape?, place: Place, name: (SourceID) -> String) {
        address = resource.address
        kind = resource.kind
        value = resource.value
        needs = resource.needs.map(\.address)
        options = resource.options
        options.after = []
        after = resource.options.after.map(\.address)
        renames = (shape.map { resource.renames($0) } ?? []).map { rename in
            Rename(list: rename.list, old: rename.old, new: rename.new)
        }
        others = (resource.node.map ?? []).map(\.key).filter { key in
            resource.value[key] == nil && !StoredResource.head.contains(key)
        }
        self.place = place
        var sources: Set<SourceID> = [resource.span.source]
        resource.node.collect(into: &sources)
        files = Set(sources.map(name)).union([resource.file]).sorted()
    }

    /// What every document may have and no kind reads.
    private static let head: Set<String> = ["kind", "id", "weir", "$schema"]

    /// The resource; everything of it stands at one span.
    public func resource(at span: SourceSpan) -> Resource {
        var options = options
        options.after = after.map { Need($0, span: span) }
        let entries = others.map { key in
            Node.Entry(key: key, keySpan: span, value: Node(.null, span: span))
        }
        return Resource(
            address: address, kind: kind, value: value,
            needs: needs.map { Need($0, span: span) }, node: Node(.map(entries), span: span),
            options: options, span: span, file: place.file,
            renames: renames.map { rename in
                Rename(list: rename.list, old: rename.old, new: rename.new, span: span)
            })
    }
}

extension Node {
    /// The sources in which it and everything in it stand.
    fileprivate func collect(into sources: inout Set<SourceID>) {
        sources.insert(span.source)
        switch content {
        case .list(let nodes): for node in nodes { node.collect(into: &sources) }
        case .map(let entries): for entry in entries { entry.value.collect(into: &sources) }
        default: break
        }
    }
}
