import Documents
import EmulatedKit
import Platforms

extension Emulator {
    /// Answers the emulator's own endpoints, which are never logged.
    func control(
        _ method: String, _ target: EmulatorTarget, _ body: [UInt8]
    ) async -> EmulatedResponse {
        let input: Value
        do throws(JSONError) {
            input = body.isEmpty ? [:] : try JSON.parse(body)
        } catch {
            return Self.failure(400, "the body is not JSON: \(error)")
        }
        switch (method, target.parts.dropFirst().joined(separator: "/")) {
        case ("POST", "reset"): return reset(input)
        case ("POST", "seed"): return seed()
        case ("GET", "requests"): return answer(.list(requests(target)))
        case ("DELETE", "requests"):
            log.clear()
            return answer([])
        case ("POST", "edit"): return edit(input)
        case ("GET", "object"): return object(target)
        case ("GET", "clock"), ("POST", "clock"): return await advance(input)
        case ("GET", "deliveries"): return answer(.list(sent))
        case ("DELETE", "deliveries"):
            sent = []
            return answer([])
        case ("GET", "faults"): return answer(.list(faults.map(\.value)))
        case ("POST", "faults"): return add(input)
        case ("DELETE", "faults"):
            forgetFaults()
            return answer([])
        case ("GET", "switches"): return answer(switchList)
        case ("POST", "switches"): return set(input)
        default: return Self.failure(404, "the emulator has no such endpoint")
        }
    }

    private func answer(_ value: Value) -> EmulatedResponse {
        EmulatedResponse(status: 200, body: .json(value))
    }

    /// The log, all of it or only the writes.
    private func requests(_ target: EmulatorTarget) -> [Value] {
        guard target.query.contains(where: { $0.name == "writes" && $0.value == "true" }) else {
            return log.entries
        }
        return log.entries.filter { $0["method"] != "GET" }
    }

    /// Empties the store, the log and the faults; seeds again unless told otherwise.
    private func reset(_ input: Value) -> EmulatedResponse {
        for key in store.keys { store[key.table, key.id] = nil }
        log.clear()
        sent = []
        forgetFaults()
        store["emulator", "started"] = true
        // The time is the clock's again, and what happens by itself happens from here on.
        late = []
        advanced = now
        return input["seeds"]?.bool ?? options.seeds ? seed() : answer(["reset": true])
    }

    private func seed() -> EmulatedResponse {
        for api in apis { api.seed(&store, now: now) }
        return answer(["seeded": true])
    }

    /// Changes a row of a table, or an object by platform ids, without a line in the log.
    private func edit(_ input: Value) -> EmulatedResponse {
        let deletes = input["delete"]?.bool ?? false
        guard let id = input["id"]?.text ?? input["id"]?.int.map(String.init) else {
            return Self.failure(400, "an edit needs an `id`")
        }
        if let table = input["table"]?.text { return edit(table, id, input, deletes: deletes) }
        guard let kind = input["kind"]?.text else {
            return Self.failure(400, "an edit needs a `kind` or a `table`")
        }
        let change = EmulatedEdit(
            account: input["account"]?.text ?? input["account"]?.int.map(String.init), kind: kind,
            id: id, fields: (input["fields"] ?? input["set"])?.object ?? [:],
            deletes: deletes)
        let platform = String(kind.prefix { $0 != "/" })
        for api in apis where api.platform == platform {
            if api.edit(change, &store, now: now) { return answer(["edited": true]) }
        }
        return Self.failure(404, "there is no \(kind) `\(id)`")
    }

    /// Shows an object by platform ids as it is stored.
    private func object(_ target: EmulatorTarget) -> EmulatedResponse {
        let query = { (name: String) in target.query.first { $0.name == name }?.value }
        let kind = query("kind") ?? ""
        let id = query("id") ?? ""
        for api in apis where api.platform == String(kind.prefix { $0 != "/" }) {
            if let value = api.object(account: query("account"), kind: kind, id: id, store) {
                return answer(value)
            }
        }
        return Self.failure(404, "there is no \(kind) `\(id)`")
    }

    private func edit(
        _ table: String, _ id: String, _ input: Value, deletes: Bool
    ) -> EmulatedResponse {
        if deletes {
            store[table, id] = nil
        } else if let set = input["set"] {
            store[table, id] = set
        } else {
            let members = input["merge"]?.object?.members ?? []
            let old = store[table, id]?.object?.members ?? []
            store[table, id] = .object(Object(members: old + members))
        }
        return answer(store[table, id] ?? .null)
    }

    /// Moves the clock ahead: `{"advance": "24h"}`; what falls due on the way is done in its turn.
    private func advance(_ input: Value) async -> EmulatedResponse {
        if let text = input["advance"]?.text {
            guard let ahead = Self.milliseconds(text) else {
                return Self.failure(400, "`advance` is not a duration such as `24h`: \(text)")
            }
            guard ahead <= Self.lastMoment - now.milliseconds else {
                return Self.failure(400, "the clock goes no further than the year 9999: \(text)")
            }
            await pass(milliseconds: ahead)
        }
        return answer(["now": .int(now.milliseconds)])
    }

    private static func milliseconds(_ text: String) -> Int64? {
        let units: [(String, Int64)] = [
            ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
            ("w", 604_800_000),
        ]
        for (name, size) in units where text.hasSuffix(name) {
            guard let number = Int64(text.dropLast(name.count)), number >= 0 else { continue }
            let product = number.multipliedReportingOverflow(by: size)
            return product.overflow ? nil : product.partialValue
        }
        return nil
    }

    /// Adds one fault or a list of them.
    private func add(_ input: Value) -> EmulatedResponse {
        let list = input.list ?? input["faults"]?.list ?? [input]
        let read = list.compactMap(EmulatorFault.init)
        guard read.count == list.count else {
            let kinds = EmulatorFault.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            return Self.failure(400, "the `kind` of a fault must be one of \(kinds)")
        }
        faults += read
        return answer(.list(faults.map(\.value)))
    }

    private var switchList: Value {
        .list(
            apis.flatMap { api in
                api.switches.map { one in
                    [
                        "platform": .text(api.platform), "name": .text(one.name),
                        "is_on": .bool(store.switches.contains(one.name)),
                        "brief": .bool(one.isOnInBrief), "today": .bool(one.isOnToday),
                        "summary": .text(one.summary),
                    ]
                }
            })
    }

    /// Sets switches by name: `{"strict-flows": true}`.
    private func set(_ input: Value) -> EmulatedResponse {
        let known = apis.flatMap(\.switches).map(\.name)
        for member in input.object ?? [:] {
            guard known.contains(member.key), let isOn = member.value.bool else {
                return Self.failure(400, "there is no switch `\(member.key)` to set so")
            }
            if isOn { store.switches.insert(member.key) } else { store.switches.remove(member.key) }
        }
        return answer(switchList)
    }
}
