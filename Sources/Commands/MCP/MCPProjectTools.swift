import Diagnostics
import Documents
import Foundation
import Ledger
import Planning
import Platforms
import Projects

/// The tools that read a project: what its files say, what an apply would do, what is managed.
struct MCPProjectTools {
    /// Where the project is, and which environment is meant.
    let session: Session

    /// All of them.
    var all: [MCPTool] { [validate, plan, show] }

    private var validate: MCPTool {
        MCPTool(
            name: "validate", title: "Check a project's files",
            summary: "Reads and checks every file of the project; sends no request. Problems come "
                + "with file, line and what to do.",
            arguments: [],
            output: MCPSchema.object([
                ("valid", "boolean", "Whether an apply could be planned."),
                ("resources", "integer", "How many resources the files describe."),
                ("files", "integer", "How many files there are."),
                ("environment", "string", "Which environment was checked."),
                ("problems", "array", "Every problem, with its places."),
            ]),
            isReadOnly: true
        ) { [session] _ in
            var result = await MCPTranscript.result(session) { session, facts in
                let project = try await session.loadProject()
                facts["resources"] = .int(Int64(project.resources.count))
                facts["files"] = .int(Int64(project.files.count))
                facts["environment"] = .text(project.environment)
                session.say(valid: project)
            }
            // What it found wrong is what it was asked for.
            result.add("valid", .bool(!result.isError))
            result.isError = false
            return result
        }
    }

    private var plan: MCPTool {
        MCPTool(
            name: "plan", title: "Show what would change",
            summary: "Compares the project's files with what is live and shows what an apply would "
                + "do; no write is sent. Applying is up to the person: `weir apply`.",
            arguments: [
                .init(name: "only", kind: .texts, summary: "Only these addresses, as `flow/vip`."),
                .init(name: "calls", kind: .flag, summary: "Show the calls of every row."),
            ],
            output: MCPSchema.object([
                ("pending", "boolean", "Whether an apply would change anything."),
                ("conflicts", "boolean", "Whether a field was changed here and there."),
                ("plan", "object", "The canonical plan."),
                ("problems", "array", "Every problem, with its places."),
            ]),
            isReadOnly: true
        ) { [session] arguments in
            await MCPTranscript.result(session) { session, facts in
                var options = PlanningOptions()
                options.only = (arguments["only"]?.list ?? []).compactMap(\.text).map {
                    Address($0)
                }
                let planned = try await session.planProject(options)
                session.show(planned.plan, .text, calls: arguments["calls"] == true)
                facts["pending"] = .bool(!planned.plan.isEmpty)
                facts["conflicts"] = .bool(planned.plan.hasConflicts)
                facts["plan"] = planned.plan.encoded
            }
        }
    }

    private var show: MCPTool {
        MCPTool(
            name: "show", title: "Show what is managed, or a plan in a file",
            summary:
                "With `plan`, shows a plan that `weir plan --out` wrote; with `address`, shows "
                + "what is recorded of one resource; else lists every managed resource.",
            arguments: [
                .init(name: "plan", kind: .text, summary: "A plan file, in the project's folder."),
                .init(name: "address", kind: .text, summary: "An address, as `lytics/flow/vip`."),
            ],
            output: MCPSchema.object([
                ("plan", "object", "The canonical plan."),
                ("authentic", "string", "Whether the plan file is as it was written."),
                ("resources", "array", "What is recorded; secrets are only counted."),
                ("problems", "array", "Every problem, with its places."),
            ]),
            isReadOnly: true
        ) { [session] arguments in
            await MCPTranscript.result(session) { session, facts in
                if let file = arguments["plan"]?.text {
                    let read = try await session.planFile(try session.inFolder(file))
                    session.console.data(ShownPlanFile(read).text(session.style()))
                    facts["plan"] = read.stored.plan.encoded
                    facts["authentic"] = .text(read.origin.word)
                } else {
                    let shown = try await session.recorded(arguments["address"]?.text)
                    facts["resources"] = .list(shown)
                    session.console.data(.json(.list(shown)))
                }
            }
        }
    }
}

extension Session {
    /// A file by its path from the project's folder; one outside is not even looked at.
    func inFolder(_ path: String) throws -> String {
        let folder = URL(fileURLWithPath: directory, isDirectory: true).resolvingSymlinksInPath()
        let file = URL(fileURLWithPath: path, relativeTo: folder).standardizedFileURL
            .resolvingSymlinksInPath()
        if file.path.hasPrefix(folder.path + "/") { return file.path }
        throw Failure(
            .failed,
            .error(
                TrustCode.outside, "`\(path)` is outside the project's folder",
                help: "put the plan file into the project's folder"))
    }

    /// What the ledger holds: of one address, or of all.
    fileprivate func recorded(_ address: String?) async throws -> [Value] {
        let (ledger, scope) = try await openScope(for: .reading)
        let all = try await failing { try await ledger.resources(scope) }
        if let address { return [try all.named(Address(address)).shown] }
        return all.values.sorted { $0.address < $1.address }.map(\.shown)
    }
}

/// The schemas of what tools answer.
enum MCPSchema {
    /// An object of which every member may be absent.
    static func object(_ fields: [(name: String, type: String, summary: String)]) -> Value {
        let properties = fields.map { field -> (String, Value) in
            (field.name, ["type": .text(field.type), "description": .text(field.summary)])
        }
        return ["type": "object", "properties": .object(Object(properties))]
    }
}
