import Commands
import Foundation

/// The whole run: generates the files, measures one thing after another, prints one table.
struct Bench {
    /// This program, which also runs as its own children.
    let program: URL
    /// How many flow files are checked.
    let files: Int
    /// How many live flows are planned.
    let flows: Int

    /// The release build of `weir` beside this program.
    private var weir: URL { program.deletingLastPathComponent().appending(path: "weir") }

    func run() async throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "weir-bench-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let checked = folder.appending(path: "checked")
        let planned = folder.appending(path: "planned")
        let bytes = try FlowGenerator(count: files).write(into: checked)
        _ = try FlowGenerator(count: flows).write(into: planned)
        print("\(files) files of ten steps, \(bytes / 1_000_000) MB; \(flows) live flows")
        var table = Table(["what", "time", "beside libyaml", "aim", "peak memory"])
        try measureFiles(checked, named: "", aims: ["2.0", "1.2"], into: &table)
        let ids = folder.appending(path: "ids")
        try IDGenerator(count: files / 4).write(into: ids)
        try measureFiles(ids, named: " of ids and texts", aims: ["1.6", ""], into: &table)
        try measureHard(folder, into: &table)
        try measurePlan(planned, into: &table)
        try measureStart(into: &table)
        print(table.text(TextStyle(width: 100)), terminator: "")
    }

    private func measureFiles(
        _ folder: URL, named files: String, aims: [String], into table: inout Table
    ) throws {
        let alone = try best { try child(["libyaml", folder.path], cores: "0") }
        table.add(
            "libyaml alone\(files), one core", alone.seconds, beside: nil, aim: "", alone.peak)
        for (index, cores) in ["0", "0,1"].enumerated() {
            let run = try best { try child(["validate", folder.path], cores: cores) }
            table.add(
                "validate\(files), \(index == 0 ? "one core" : "two cores")", run.seconds,
                beside: run.seconds / alone.seconds, aim: aims[index], run.peak)
        }
    }

    /// Files that would take long where a mistake is looked up among all others.
    private func measureHard(_ folder: URL, into table: inout Table) throws {
        for project in HardProject.allCases {
            let place = folder.appending(path: "\(project)")
            try project.write(into: place)
            let run = try best { try child(["messages", place.path], cores: "0,1") }
            table.add(project.rawValue, run.seconds, beside: nil, aim: project.aim, run.peak)
        }
    }

    /// A plan that finds nothing to do, which has aims, and one that finds every flow edited.
    private func measurePlan(_ folder: URL, into table: inout Table) throws {
        let aims = ["planning": "0.1 s", "all": "1 s, 300 MB"]
        for (since, name) in [(PlanRun.Since.nothing, "plan"), (.edits, "plan, all edited")] {
            let run = try child(["plan", folder.path, "\(flows)", since.rawValue], cores: "0,1")
            for part in ["files", "reads", "planning", "output", "all"] {
                guard let seconds = run.values[part] else { continue }
                let aim = since == .nothing ? aims[part] ?? "" : ""
                table.add(
                    "\(name): \(part)", seconds, beside: nil, aim: aim,
                    part == "all" ? run.peak : nil)
            }
        }
    }

    private func measureStart(into table: inout Table) throws {
        guard FileManager.default.isExecutableFile(atPath: weir.path) else { return }
        let times = try (0..<20).map { _ in try ChildRun(weir, ["--version"]).wall }
        let median = times.sorted()[times.count / 2]
        table.add("start of weir, median of 20", median, beside: nil, aim: "15 ms", nil)
    }

    private func child(_ arguments: [String], cores: String) throws -> ChildRun {
        try ChildRun(program, ["--child"] + arguments, cores: cores)
    }

    /// The fastest of three runs: the others were disturbed.
    private func best(_ run: () throws -> ChildRun) throws -> ChildRun {
        let first = try run()
        return try (0..<2).reduce(first) { best, _ in
            let next = try run()
            return next.seconds < best.seconds ? next : best
        }
    }
}

extension Table {
    /// Adds a measured line; times below a tenth of a second in milliseconds.
    fileprivate mutating func add(
        _ what: String, _ seconds: Double, beside: Double?, aim: String, _ peak: Double?
    ) {
        let time =
            seconds < 0.1
            ? String(format: "%.1f ms", seconds * 1000) : String(format: "%.2f s", seconds)
        rows.append([
            what, time, beside.map { String(format: "%.2f", $0) } ?? "",
            aim, peak.map { String(format: "%.0f MB", $0) } ?? "",
        ])
    }
}
