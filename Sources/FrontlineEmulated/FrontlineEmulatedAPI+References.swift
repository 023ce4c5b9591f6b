import Documents
import EmulatedKit

extension FrontlineEmulatedAPI {
    /// Looks up what the members of an object refer to in an account.
    struct References {
        private let agent: String
        private let exchange: Exchange
        private let path: [Value]

        init(_ agent: String, _ exchange: Exchange, at path: [Value]) {
            self.agent = agent
            self.exchange = exchange
            self.path = path
        }

        /// One mistake for each id that does not exist.
        func missing(in object: Object) -> [Issue] {
            one("aiModelId", "ai-model", object) + one("recordTypeId", "record-type", object)
                + many("intentIds", "intent", object) + many("customToolIds", "tool", object)
                + many("playbookIds", "playbook", object)
                + many("knowledgeBaseIds", "knowledge-base", object)
                + many("selectedRecordTypes", "record-type", object, in: "recordTypeId")
                + many("connectedAccountConfigs", "integration", object, in: "connectedAccountId")
                + assistant(object) + model(object)
        }

        private func one(_ key: String, _ table: String, _ object: Object) -> [Issue] {
            guard let id = object[key], id.number != nil, !exists(id, table) else { return [] }
            return [.unknown(path + [.text(key)], key, id)]
        }

        private func many(
            _ key: String, _ table: String, _ object: Object, in member: String? = nil
        ) -> [Issue] {
            var issues: [Issue] = []
            for (index, item) in (object[key]?.list ?? []).enumerated() {
                let id = member.map { item[$0] ?? .null } ?? item
                guard id.number != nil, !exists(id, table) else { continue }
                let place = path + [.text(key), .int(Int64(index))]
                issues.append(.unknown(place + (member.map { [.text($0)] } ?? []), key, id))
            }
            return issues
        }

        private func exists(_ id: Value, _ table: String) -> Bool {
            let row = known("frontline/\(table)", id, exchange)
            return row != nil && (table != "intent" || row?["assistantId"]?.text == agent)
        }

        private func assistant(_ object: Object) -> [Issue] {
            guard let id = object["assistantId"], let text = id.text,
                row("frontline/agent", text, exchange) == nil
            else { return [] }
            return [.unknown(path + ["assistantId"], "assistantId", id)]
        }

        /// A model's name must be one of the account's, and of the vendor that stands beside it.
        private func model(_ object: Object) -> [Issue] {
            guard let name = object["model"], name.text != nil else { return [] }
            let vendor = object["aiVendor"] ?? .null
            let models = rows("frontline/ai-model", exchange.account.aid, exchange.store)
            let isThere = models.contains {
                $0["externalId"] == name && (vendor.isNull || $0["aiVendor"] == vendor)
            }
            return isThere ? [] : [.unknown(path + ["model"], "model", name)]
        }
    }

    /// An object of this account by its numeric id.
    static func known(_ table: String, _ id: Value?, _ exchange: Exchange) -> Object? {
        id?.int.flatMap { row(table, "\($0)", exchange) }
    }
}

extension FrontlineEmulatedAPI.References {
    private typealias API = FrontlineEmulatedAPI

    /// Captured variables as the platform keeps them, and those it does not know.
    func captures(in data: Object) -> (list: [Value]?, issues: [FrontlineEmulatedAPI.Issue]) {
        guard let sent = data["captureVariables"]?.list else { return (nil, []) }
        var list: [Value] = []
        var issues: [FrontlineEmulatedAPI.Issue] = []
        let variables = variables
        for (index, item) in sent.enumerated() {
            if let found = variables.first(where: { isMeant($0, by: item) }) {
                let keys = ["id", "name", "description"]
                list.append(.object(Object(keys.map { ($0, found[$0] ?? .null) })))
            } else {
                let place = path + ["captureVariables", .int(Int64(index))]
                issues.append(.unknown(place, "variable", item["name"] ?? item["id"] ?? item))
            }
        }
        return (list, issues)
    }

    /// The names of variables that an API or CREATE_RECORD_ACTIVITY node has wrong.
    func unknownNames(in data: Object, of type: String) -> [FrontlineEmulatedAPI.Issue] {
        let names = Set(variables.compactMap { $0["name"]?.text })
        var issues: [FrontlineEmulatedAPI.Issue] = []
        for (index, item) in (data["variables"]?.list ?? []).enumerated() {
            guard let key = item["key"]?.text, !names.contains(key) else { continue }
            let place = path + ["variables", .int(Int64(index)), "key"]
            issues.append(.unknown(place, "variable", .text(key)))
        }
        guard type == "CREATE_RECORD_ACTIVITY" else { return issues }
        for key in ["rowId", "content"] {
            for name in API.interpolated(data[key]?.text ?? "") where !names.contains(name) {
                issues.append(.unknown(path + [.text(key)], "variable", .text(name)))
            }
        }
        return issues
    }

    private var variables: [Object] { API.variables(of: agent, exchange) }

    private func isMeant(_ variable: Object, by item: Value) -> Bool {
        if let id = item["id"], !id.isNull { return variable["id"] == id }
        return item["name"] != nil && variable["name"] == item["name"]
    }
}
