import Documents
import Foundation

/// Writes flows of ten steps, one a file, all different, all valid against the emulator's segments.
struct FlowGenerator {
    /// How many.
    let count: Int

    /// Writes a project into a folder; returns how many bytes the flows have.
    func write(into folder: URL) throws -> Int {
        try Self.project(into: folder)
        try Data(Self.job.utf8).write(to: folder.appending(path: "job.yaml"))
        return try (0..<count).reduce(0) { bytes, number in
            let flow = Data(Self.flow(number).utf8)
            try flow.write(to: folder.appending(path: "flow-\(number).yaml"))
            return bytes + flow.count
        }
    }

    /// Makes the folder and its `weir.yaml`.
    static func project(into folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let project = """
            kind: weir/project
            name: bench
            accounts:
              lytics:
                platform: lytics
                url: ${env.LYTICS_API_URL:-http://127.0.0.1:1}
                token: ${secret.LYTICS_API_TOKEN}

            """
        try Data(project.utf8).write(to: folder.appending(path: "weir.yaml"))
    }

    /// One flow: exports, delays and a split, as people write them.
    static func flow(_ number: Int) -> String {
        """
        # yaml-language-server: $schema=../../schemas/lytics.flow.json
        kind: lytics/flow
        id: journey_\(number)
        label: Journey \(number)
        description: "Ten steps for people of group \(number % 97), written by the bench"
        entry_segment_id: "${segment/\(segment(number))}"
        entry_condition: \(number % 2 == 0 ? "on_segment_entry" : "in_segment")
        reentry_allowed: false
        steps:

        """ + (1...3).map { export($0, number, next: "wait_\($0)") + wait($0, number) }.joined()
            + split(number) + export(4, number, next: "wait_4")
            + wait(4, number, next: "end") + export(5, number, next: "end")
    }

    /// The segments that the flows enter from.
    static let segments = ["new_signups", "lapsed_customers", "high_value", "vip"]

    /// The segment of one flow.
    static func segment(_ number: Int) -> String { segments[number % segments.count] }

    /// The job that every export step uses.
    private static let job = """
        kind: lytics/job
        id: message
        name: Message
        workflow: webhook_triggers
        config:
          webhook_url: https://hooks.example.com/journeys

        """

    private static func export(_ step: Int, _ number: Int, next: String) -> String {
        """
          - slug: send_\(step)
            label: Send message \(step) of journey \(number)
            type_hint: work_export
            work_id: "${job/message}"
            next: \(next)

        """
    }

    private static func wait(_ step: Int, _ number: Int, next: String? = nil) -> String {
        """
          - slug: wait_\(step)
            label: Wait \(step)
            type_hint: delay
            delay: \(24 + number % 48)h
            next: \(next ?? (step < 3 ? "send_\(step + 1)" : "opened"))

        """
    }

    private static func split(_ number: Int) -> String {
        """
          - slug: opened
            label: Opened one of them?
            type_hint: conditional
            split_conditions:
              - label: "Yes"
                conditions: FILTER AND (email_opened = true, visits > \(number % 10)) FROM user
                next: send_4
              - { label: "No", next: send_5 }

        """
    }
}
