import Documents
import EmulatedKit

extension TenexEmulatedAPI {
    /// A run on its way through its graph, at one moment.
    ///
    /// It keeps the version it started with. All `next` edges are taken, so paths run beside each
    /// other; a step runs once in a run, as soon as no path can arrive there any more, so where
    /// paths join they wait for each other. Of a branch's edges the first that holds is taken. What
    /// lasts has an end, `_until`, and a timer that wakes the run at it; a pause ends no wait later,
    /// but what ends during a pause goes on with the resume.
    struct Walk: Sendable {
        var run: Object
        var steps: [Object]
        let graph: Graph
        let workspace: String
        let now: EmulatedTime
        /// What its stream tells of this moment.
        private(set) var progress: [Value] = []
        /// What others hear of this moment.
        var published: [Event] = []
        private let before: [Object]

        /// Takes a run up.
        init(_ run: Object, _ workspace: String, _ store: EmulatedStore, now: EmulatedTime) {
            self.run = run
            self.workspace = workspace
            self.now = now
            let row = "\(workspace)/\(run.word("id"))"
            let count = run["_steps"]?.int ?? 0
            steps = (0..<count).compactMap { number in
                store["tenex/step", "\(row)/\(TenexEmulatedAPI.padded(number + 1))"]?.object
            }
            before = steps
            let workflow: Object = ["id": run["workflow_id"] ?? .null]
            let version = TenexEmulatedAPI.version(run["version"], of: workflow, workspace, store)
            graph = Graph(version?["graph"])
        }

        /// The run's place in the store.
        private var row: String { "\(workspace)/\(run.word("id"))" }

        /// Whether nothing will happen any more.
        var isOver: Bool { TenexEmulatedAPI.isTerminal(run) }

        /// Tells the stream of a run or a step.
        mutating func note(_ event: Value, _ object: Object) {
            progress.append(["event": event, "data": .object(object.visible)])
        }

        /// Stores the run, the steps that changed, what the stream tells, and the timers.
        mutating func keep(_ store: inout EmulatedStore) {
            for (index, step) in steps.enumerated() {
                if before.indices.contains(index), before[index] == step { continue }
                store["tenex/step", "\(row)/\(TenexEmulatedAPI.padded(step.ordinal))"] =
                    .object(step)
            }
            var count = run["_events"]?.int ?? 0
            for event in progress {
                count += 1
                store["tenex/progress", "\(row)/\(TenexEmulatedAPI.padded(count))"] = event
            }
            progress = []
            run["_events"] = .int(count)
            run["_steps"] = .int(Int64(steps.count))
            store["tenex/run", row] = .object(run)
            setTimers(&store)
            let events = published
            published = []
            for event in events {
                TenexEmulatedAPI.publish(event, workspace, &store, now: now)
            }
        }

        /// A timer for each end; one that has passed rings at once.
        private func setTimers(_ store: inout EmulatedStore) {
            if isOver || run.word("status") == "paused" { return }
            let ends = (run.word("status") == "queued" ? [run] : steps.filter(\.isActive))
            for end in ends.compactMap({ $0["_until"]?.int }) {
                TenexEmulatedAPI.setTimer(at: max(end, now.milliseconds), "run/\(row)", &store)
            }
        }
    }

    /// Whether a run is completed, failed or cancelled.
    static func isTerminal(_ run: Object) -> Bool {
        ["completed", "failed", "cancelled"].contains(run.word("status"))
    }
}

extension Object {
    /// Whether a step is neither over nor left out.
    var isActive: Bool {
        ["pending", "running", "waiting", "awaiting_approval"].contains(word("status"))
    }
}
