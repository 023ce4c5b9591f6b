public import Documents
import Platforms

extension StoredPlan {
    /// The members of a plan file that plans are made from again.
    public var encoded: Value {
        .members([
            ("plan", plan.encoded), ("wanted", .list(wanted.map(\.encoded))),
            ("unwanted", Value.texts(unwanted.map(\.text)).unlessEmpty),
            ("secrets", .texts(secrets)),
            (
                "lookups",
                Value.object(
                    Object(lookups.map { ($0, .texts($1.map(\.description).sorted())) })
                ).unlessEmpty
            ),
            ("only", Value.texts(only.map(\.text)).unlessEmpty),
            ("overwrite", Value.texts(overwrite.map(\.text)).unlessEmpty),
            ("restart", Value.texts(restart.map(\.text)).unlessEmpty),
            ("destroy", Value.bool(isDestroy).unlessEmpty),
        ])
    }

    /// Reads what `encoded` wrote.
    public init(encoded: Value) throws(PlanFormatError) {
        let reader = try PlanReader(encoded, "a plan file")
        // The plan first: one of another format says so.
        let plan = try Plan(encoded: try reader.value("plan"))
        self.init(
            plan: plan, wanted: try reader.all("wanted", StoredResource.read),
            unwanted: try reader.addresses("unwanted"),
            lookups: try StoredPlan.lookups(reader), only: try reader.addresses("only"),
            overwrite: try reader.addresses("overwrite"),
            restart: try reader.addresses("restart"), isDestroy: reader.flag("destroy"),
            secrets: try reader.texts("secrets"))
    }

    private static func lookups(
        _ reader: PlanReader
    ) throws(PlanFormatError) -> [String: Set<KindName>] {
        var lookups: [String: Set<KindName>] = [:]
        for member in reader.object["lookups"]?.object ?? [:] {
            let kinds = (member.value.list ?? []).map { $0.text.flatMap(KindName.init(parsing:)) }
            guard !kinds.contains(nil) else {
                throw PlanFormatError("`lookups` holds names of kinds")
            }
            lookups[member.key] = Set(kinds.compactMap(\.self))
        }
        return lookups
    }
}
