import Diagnostics
import Documents
import Foundation
import Planning
import Platforms
import Projects

@testable import Commands

extension World {
    /// Where a plan file is.
    var planPath: String { folder.path + "/plan" }

    /// Writes a plan file; returns its plan.
    @discardableResult
    func planToFile() async throws -> Plan {
        let planned = try await session.planProject(.init(), for: .file)
        try await session.write(planned, to: planPath)
        return planned.plan
    }

    /// Applies the plan file.
    func applyFile() async throws -> ExitStatus {
        try await session.apply(file: planPath, try ApplyingOptions.unattended())
    }

    /// The status and the first code of the failure of an apply of the plan file.
    func refusal() async throws -> (status: ExitStatus, code: String)? {
        do {
            _ = try await applyFile()
            return nil
        } catch let failure as Failure {
            for one in failure.report.diagnostics { talk.add("\(one.message): \(one.notes)\n") }
            return (failure.status, failure.report.diagnostics.first?.code ?? "")
        }
    }

    /// Edits the plan in the file, with another digest, and signs it where a key is given.
    func editPlan(key: DigestKey?, _ edit: (inout StoredPlan) -> Void) throws {
        var stored = try PlanFile.read(planPath, keys: []).stored
        edit(&stored)
        try PlanFile.text(stored, key: key).write(
            toFile: planPath, atomically: true, encoding: .utf8)
    }

    /// The key of this machine.
    func key() throws -> DigestKey? { try DigestKey.known(session.variables).first }
}
