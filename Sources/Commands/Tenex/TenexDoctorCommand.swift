import ArgumentParser
import Diagnostics
import Documents
import Foundation
import Platforms
import Tenex

/// `weir tenex doctor`: whether the service has the paths and names that the account speaks.
struct TenexDoctorCommand: AsyncParsableCommand, DocumentedCommand, HelpedCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Compare the account's paths and names with the service's OpenAPI document.")

    static let examples = [
        "tenex doctor",
        "tenex doctor --all --format json",
    ]
    static let output = OutputSchema.list(
        of: OutputSchema.object([
            .init("check", "string", "The operation or the shape."),
            .init("state", "string", "ok, note or wrong."),
            .init("finding", "string", "What was found."),
            .init("help", "string", "What to do."),
            .init("corrections", "object", "What to write below the account in weir.yaml."),
        ]))

    @OptionGroup var operating: OperatingOptions
    @OptionGroup var reading: ReadingOptions
    @Option(
        help: "Compare with this document instead of the service's own; `-` is standard input.",
        completion: .file(extensions: ["json"]))
    var document: String?
    @Flag(help: "Also what is as it should be.") var all = false

    func run() async throws {
        try await operating.run(on: "tenex", verifies: false) { operation in
            let context = TenexWorkspace(operation)
            let doctor = TenexDoctor(context.speaks.api, with: try await read(context))
            guard doctor.isDocument else {
                throw Failure(
                    .failed,
                    .error(
                        TenexCommandCode.noDocument,
                        "the answer is no OpenAPI document: it has no `paths`",
                        help: "save the service's `openapi.json`, and give it with `--document`"))
            }
            let findings = doctor.findings()
            let isWrong = findings.contains { $0.state == .wrong }
            let shown =
                all || reading.format == .json ? findings : findings.filter { $0.state != .ok }
            context.operation.show(
                TenexDiagnosis(findings: shown, count: findings.count, account: context.account),
                reading)
            return isWrong ? .failed : .done
        }
    }

    private func read(_ context: TenexWorkspace) async throws -> Value {
        guard let document else {
            return try await context.operation.read(
                TenexOperations.document, "the service's OpenAPI document")
        }
        let session = context.operation.session
        let payload = try session.payload(document, of: .workflow)
        do {
            return try JSON.parse(payload.source.bytes)
        } catch {
            throw Failure(
                .failed,
                .error(
                    TenexCommandCode.noDocument, "`\(document)` is not JSON",
                    notes: [error.message], help: "save the service's `openapi.json` as it is"))
        }
    }
}

/// What a doctor found, and what to write.
struct TenexDiagnosis: Showable {
    let findings: [TenexFinding]
    let count: Int
    let account: Account

    func text(_ style: TextStyle) -> String {
        let plain = Diagnoses(findings: findings.map(\.plain)).text(style)
        let lines = TenexCorrections.value(findings).object ?? [:]
        if lines.isEmpty {
            return plain + (findings.isEmpty ? "\(count) checks, all as the account says\n" : "")
        }
        let merged = TenexCorrections.merged(account.options, findings)
        if merged.isEmpty { return plain + "\nno correction is needed: take the entries away\n" }
        let entry: Value = ["accounts": .object(Object([(account.name, .object(merged))]))]
        return plain + "\nwrite into weir.yaml:\n\n" + YAMLWriter.write(entry)
    }

    var json: Value {
        .list(
            findings.map { one in
                [
                    "check": .text(one.subject), "state": .text(one.state.rawValue),
                    "finding": .text(one.finding), "help": one.help.map { .text($0) } ?? .null,
                    "corrections": TenexCorrections.value([one]),
                ]
            })
    }
}

extension TenexFinding {
    /// The finding as every doctor shows one.
    fileprivate var plain: Diagnosis {
        let state: Diagnosis.State =
            switch self.state {
            case .ok: .ok
            case .note: .note
            case .wrong: .wrong
            }
        return Diagnosis(check: subject, state: state, finding: finding, help: help)
    }
}
