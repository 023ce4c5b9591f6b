import Diagnostics
import Documents
import Foundation
import Planning
import Platforms

/// A plan in a file: the canonical plan, its digest, and who wrote it.
enum PlanFile {
    /// Reads a plan file and makes sure that nothing in it was changed.
    static func read(_ path: String) throws -> Plan {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure(
                .failed,
                .error(
                    PlanCode.noFile, "`\(path)` does not exist or cannot be read",
                    help: "write it with `weir plan --out \(path)`"))
        }
        do {
            let envelope = try JSON.parse(Array(data))
            guard let encoded = envelope["plan"], let digest = envelope["digest"]?.text else {
                throw broken(path, "it is not a plan file")
            }
            let plan = try Plan(encoded: encoded)
            guard plan.digest == digest else {
                throw broken(path, "its digest does not fit: it was edited or cut")
            }
            return plan
        } catch let failure as Failure {
            throw failure
        } catch {
            throw broken(path, "\(error)")
        }
    }

    private static func broken(_ path: String, _ why: String) -> Failure {
        Failure(
            .failed,
            .error(
                PlanCode.unreadable, "`\(path)` is not a plan that can be applied", notes: [why],
                help: "write it again with `weir plan --out \(path)`"))
    }
}

extension Plan {
    /// The text of a plan file.
    var file: String {
        let envelope: Value = [
            "digest": .text(digest), "plan": encoded, "weir": .text(WeirVersion.text),
        ]
        return envelope.prettyJSON + "\n"
    }
}
