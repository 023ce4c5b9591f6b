public import Documents
public import Platforms

extension Plan {
    /// Reads what `encoded` wrote.
    public init(encoded: Value) throws(PlanFormatError) {
        let reader = try PlanReader(encoded, "a plan")
        let format = try reader.int("format")
        guard format == Int(Plan.formatVersion) else {
            throw PlanFormatError(
                "a plan has format \(Plan.formatVersion); this one has format \(format)")
        }
        self.init(
            project: try reader.text("project"), environment: try reader.text("environment"),
            accounts: try reader.all("accounts", Plan.PlannedAccount.read),
            files: try reader.map("files"), rows: try reader.all("rows", PlanRow.read),
            notes: try reader.texts("notes"), unchanged: try reader.int("unchanged"),
            refreshed: try reader.all("refreshed", Refresh.read),
            doubles: try reader.all("doubles", LikelyDouble.read))
        key = try reader.object["key"].map(Plan.PlannedKey.read)
        uncomparedSecrets = try reader.texts("uncomparedSecrets")
    }
}

extension Refresh {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Refresh {
        let reader = try PlanReader(value, "an entry of `refreshed`")
        return Refresh(
            held: try reader.record("held"), record: try reader.record("record"))
    }
}

extension LikelyDouble {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> LikelyDouble {
        let reader = try PlanReader(value, "an entry of `doubles`")
        return LikelyDouble(
            address: Address(try reader.text("address")),
            liveID: Value(encoded: try reader.value("liveID")),
            otherID: Value(encoded: try reader.value("otherID")),
            createdAt: reader.object["createdAt"]?.text.flatMap { Timestamp($0) })
    }
}

extension Plan.PlannedKey {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Self {
        let reader = try PlanReader(value, "a key")
        return Self(
            fingerprint: try reader.text("fingerprint"), salt: reader.object["salt"]?.text)
    }
}

extension Plan.PlannedAccount {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Self {
        let reader = try PlanReader(value, "an account")
        return Self(
            name: try reader.text("name"), platform: try reader.text("platform"),
            url: try reader.text("url"), tokenName: try reader.text("token"),
            identity: try reader.text("identity"), facts: reader.later("facts")?.object ?? [:])
    }
}

extension PlanRow {
    /// Reads what `encoded` wrote.
    public init(encoded: Value) throws(PlanFormatError) { self = try PlanRow.read(encoded) }

    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> PlanRow {
        let reader = try PlanReader(value, "a row")
        var row = PlanRow(
            number: try reader.int("number"), address: Address(try reader.text("address")),
            kind: try reader.kind("kind"), action: try reader.word("action", Action.self),
            verb: try reader.text("verb"), reason: try reader.text("reason"))
        row.consequences = try reader.texts("consequences")
        row.isIrreversible = reader.flag("irreversible")
        row.place = try Place.read(reader.object["place"])
        row.waitsFor = try reader.ints("waitsFor")
        row.fields = try reader.all("fields", FieldChange.read)
        row.calls = try reader.all("calls", Call.read)
        row.acceptsKept = reader.flag("acceptsKept")
        row.blockedBy = try reader.all("blockedBy", KeptField.read)
        row.names = ReferenceNames.read(reader.object["names"])
        row.missing = reader.object["missing"]?.text
        row.liveID = reader.later("liveID")
        row.liveState = reader.object["liveState"]?.text
        row.isOfOlderObject = reader.flag("olderObject")
        row.was = reader.object["was"]?.text.map { Address($0) }
        row.record = reader.object["record"] == nil ? nil : try reader.record("record")
        return row
    }
}

extension ReferenceNames {
    fileprivate static func read(_ value: Value?) -> ReferenceNames {
        var names = ReferenceNames()
        for member in value?.object ?? [:] {
            guard let kind = KindName(parsing: member.key) else { continue }
            for name in member.value.object ?? [:] {
                names.add(Value(encoded: name.value), for: name.key, of: kind)
            }
        }
        return names
    }
}

extension KeptField {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> KeptField {
        guard let field = KeptField(encoded: value) else {
            throw PlanFormatError("`blockedBy` holds fields that were kept otherwise")
        }
        return field
    }
}

extension Place {
    static func read(_ value: Value?) throws(PlanFormatError) -> Place? {
        guard let value else { return nil }
        let reader = try PlanReader(value, "a place")
        return Place(
            file: try reader.text("file"), line: try reader.int("line"),
            column: try reader.int("column"))
    }
}

extension FieldChange {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> FieldChange {
        let reader = try PlanReader(value, "a field")
        var change = FieldChange(
            path: FieldPath(try reader.texts("path")), cause: try reader.word("cause", Cause.self),
            before: reader.later("before"), after: reader.later("after"),
            recorded: reader.later("recorded"), place: try Place.read(reader.object["place"]))
        change.kept = reader.later("kept")
        return change
    }
}
