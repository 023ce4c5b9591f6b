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
            refreshed: try reader.all("refreshed", Refresh.read))
    }
}

extension Refresh {
    fileprivate static func read(_ value: Value) throws(PlanFormatError) -> Refresh {
        let reader = try PlanReader(value, "an entry of `refreshed`")
        guard let held = try PlanRow.Record.read(reader.object["held"]),
            let record = try PlanRow.Record.read(reader.object["record"])
        else { throw PlanFormatError("an entry of `refreshed` has `held` and `record`") }
        return Refresh(
            address: Address(try reader.text("address")), kind: try reader.kind("kind"),
            liveID: Value(encoded: try reader.value("liveID")), held: held, record: record)
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
        row.liveID = reader.later("liveID")
        row.was = reader.object["was"]?.text.map { Address($0) }
        row.record = try PlanRow.Record.read(reader.object["record"])
        return row
    }
}

extension PlanRow.Record {
    fileprivate static func read(_ value: Value?) throws(PlanFormatError) -> Self? {
        guard let value else { return nil }
        let reader = try PlanReader(value, "a record")
        return Self(
            value: Value(encoded: try reader.value("value")),
            given: reader.later("given")?.object ?? [:], digests: try reader.map("digests"),
            isProtected: reader.flag("protected"), onRemove: reader.object["onRemove"]?.text,
            file: try reader.text("file"), needs: try reader.texts("needs").map { Address($0) })
    }
}

extension Place {
    fileprivate static func read(_ value: Value?) throws(PlanFormatError) -> Place? {
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
        return FieldChange(
            path: FieldPath(try reader.texts("path")), cause: try reader.word("cause", Cause.self),
            before: reader.later("before"), after: reader.later("after"),
            recorded: reader.later("recorded"), place: try Place.read(reader.object["place"]))
    }
}
