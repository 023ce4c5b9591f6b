import Documents
import Platforms

/// The models of an account: what names one in one way names it in both.
///
/// The contract of `RESPONSE_AI` wants `model` and `aiVendor`, and the service's own tools write
/// `aiModelId` alone; a node that has all three is taken by either.
struct FrontlineModels {
    private static let fields = ["aiModelId", "model", "aiVendor"]
    private let rows: [Value]

    /// The models that answers of an account told of.
    init(_ account: Account) { rows = account.facts[FrontlineAccountFact.models] ?? [] }

    /// Whether a node's data name a model.
    static func isNamed(in data: Value?) -> Bool {
        fields.contains { name in data?[name].map { !$0.isNull } ?? false }
    }

    /// Whether a node of some resources names a model.
    static func areNamed(in wanted: [Resource]?) -> Bool {
        (wanted ?? []).contains { resource in
            resource.kind == .frontlineFlow
                && (resource.value["nodes"]?.list ?? []).contains { isNamed(in: $0["data"]) }
        }
    }

    /// Whether a member of data is one of those that name the model, where the file names it.
    static func names(_ member: String, in data: Object) -> Bool {
        fields.contains(member) && isNamed(in: .object(data))
    }

    /// The data with the model named in both ways, where it is known.
    func completing(_ data: Object) -> Object {
        guard let row = row(of: data) else { return data }
        var data = data
        for (name, member) in zip(Self.fields, ["id", "externalId", "aiVendor"]) {
            if data[name]?.isNull ?? true { data[name] = row[member] }
        }
        return data
    }

    /// The one model that the data mean.
    private func row(of data: Object) -> Value? {
        let found: [Value]
        if let id = data["aiModelId"], !id.isNull {
            found = rows.filter { $0["id"] == id }
        } else {
            found = rows.filter {
                $0["externalId"] == data["model"] && $0["aiVendor"] == data["aiVendor"]
            }
        }
        let isWhole =
            found.first?["externalId"]?.text != nil && found.first?["aiVendor"]?.text != nil
        return found.count == 1 && isWhole ? found.first : nil
    }
}
