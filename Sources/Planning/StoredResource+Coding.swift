import Documents
import Platforms

extension StoredResource {
    /// The resource as plain JSON; what is empty or missing is left out.
    var encoded: Value {
        .members([
            ("address", .text(address.text)), ("kind", .text(kind.description)),
            ("value", value.encoded), ("needs", Value.texts(needs.map(\.text)).unlessEmpty),
            ("protected", Value.bool(options.isProtected).unlessEmpty),
            ("ignored", Value.list(options.ignored.map { .texts($0.parts) }).unlessEmpty),
            ("was", options.was.map { .text($0.text) }), ("live", options.live.map(Value.text)),
            ("external", Value.bool(options.isExternal).unlessEmpty),
            ("onRemove", options.onRemove.map { .text($0.rawValue) }),
            ("after", Value.texts(after.map(\.text)).unlessEmpty),
            ("renames", Value.list(renames.map(\.encoded)).unlessEmpty),
            ("others", Value.texts(others).unlessEmpty), ("place", place.encoded),
            ("files", Value.texts(files).unlessEmpty),
        ])
    }

    static func read(_ value: Value) throws(PlanFormatError) -> StoredResource {
        let reader = try PlanReader(value, "an entry of `wanted`")
        return StoredResource(
            address: Address(try reader.text("address")), kind: try reader.kind("kind"),
            value: Value(encoded: try reader.value("value")),
            needs: try reader.addresses("needs"), options: try options(reader),
            after: try reader.addresses("after"), renames: try reader.all("renames", Rename.read),
            others: try reader.texts("others"), place: try reader.place("place"),
            files: try reader.texts("files"))
    }

    private static func options(_ reader: PlanReader) throws(PlanFormatError) -> ResourceOptions {
        var options = ResourceOptions()
        options.isProtected = reader.flag("protected")
        options.ignored = try reader.all("ignored", FieldPath.read)
        options.was = reader.object["was"]?.text.map { Address($0) }
        options.live = reader.object["live"]?.text
        options.isExternal = reader.flag("external")
        if reader.object["onRemove"] != nil {
            options.onRemove = try reader.word("onRemove", ResourceOptions.OnRemove.self)
        }
        return options
    }
}

extension Rename {
    fileprivate var encoded: Value {
        .members([("list", .texts(list.parts)), ("old", .text(old)), ("new", .text(new))])
    }

    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Rename {
        let reader = try PlanReader(value, "a rename")
        return Rename(
            list: FieldPath(try reader.texts("list")), old: try reader.text("old"),
            new: try reader.text("new"))
    }
}

extension FieldPath {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> FieldPath {
        let parts = value.list?.compactMap(\.text) ?? []
        guard let list = value.list, parts.count == list.count else {
            throw PlanFormatError("a path is a list of names")
        }
        return FieldPath(parts)
    }
}
