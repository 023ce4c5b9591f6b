import Documents
import Platforms
import Reconciling

extension Operation {
    /// Prints something in the format that was asked for.
    func show(_ thing: some Showable, _ reading: ReadingOptions) {
        session.console.data(reading.format.show(thing, style: session.style()))
    }

    /// The objects of a list in the order of their names, then their ids.
    func sorted(_ value: Value, by type: ResourceType) -> [Object] {
        let objects = (value.list ?? []).compactMap(\.object)
        func key(_ object: Object) -> (String, String) {
            (object[type.nameField]?.text ?? "", object["id"]?.text ?? "")
        }
        return objects.sorted { key($0) < key($1) }
    }

    /// Reads every found object whole, some at once, in the order they were named.
    func gather(
        _ found: [LiveObject], _ request: @escaping @Sendable (LiveObject) -> Request
    ) async throws -> [Value] {
        try await session.failing {
            try await withThrowingTaskGroup(of: (Int, Value).self) { group in
                for (index, object) in found.enumerated() {
                    let read = Read(request(object), purpose: "the \(object.type.singular)")
                    group.addTask { [client] in (index, try await client.read(read)) }
                }
                var all = [Value](repeating: .null, count: found.count)
                for try await (index, value) in group { all[index] = value }
                return all
            }
        }
    }

    /// Does something again and again until the person interrupts.
    func repeating(
        every pause: Duration, _ body: () async throws -> Void
    ) async throws -> ExitStatus {
        while true {
            try await Task.sleep(for: pause)
            try await body()
        }
    }
}
