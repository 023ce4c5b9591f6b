import Diagnostics
import Documents
import Platforms

/// What forbids that a resource is taken away, and what is said of it.
extension PlanBuilder {
    /// Reports what forbids a removal; true when it was forbidden.
    mutating func refuseToRemove(_ orphan: RecordedResource) -> Bool? {
        let folder = orphan.file.split(separator: "/").dropLast().joined(separator: "/")
        if !options.isDestroy, let present = options.presentFolders, !folder.isEmpty,
            !present.contains(folder), !mayBeMissing(orphan.file)
        {
            report.add(
                .error(
                    PlanCode.partialCheckout,
                    "`\(orphan.address)` came from `\(orphan.file)`, whose folder is not here",
                    notes: ["a missing folder may be a partial checkout, so nothing is deleted"],
                    help: "if it is really gone: `--allow-missing \(folder)`"))
            staying.insert(orphan.address)
            return true
        }
        if !options.isDestroy, options.emptyFiles.contains(orphan.file), !mayBeMissing(orphan.file)
        {
            report.add(emptyFile(orphan))
            staying.insert(orphan.address)
            return true
        }
        guard orphan.isProtected, orphan.onRemove != .forget else { return false }
        report.add(
            .error(
                PlanCode.protected, "`\(orphan.address)` is protected and would be deleted",
                notes: ["it was last applied from `\(orphan.file)` with `protect: true`"],
                help: "bring its file back and remove `protect` first"))
        staying.insert(orphan.address)
        return true
    }

    private func emptyFile(_ orphan: RecordedResource) -> Diagnostic {
        .error(
            PlanCode.emptyFile,
            "`\(orphan.address)` came from `\(orphan.file)`, in which nothing belongs to the "
                + "project any more",
            notes: ["a file that is cut or lost its `kind` looks so, and nothing is deleted"],
            help: "bring the document back; if it is really gone, remove the file or pass "
                + "`--allow-missing \(orphan.file)`")
    }

    private func mayBeMissing(_ file: String) -> Bool {
        options.allowMissing.contains { path in
            let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
            return file == folder || file.hasPrefix(folder + "/")
        }
    }

    mutating func report(_ refusals: [Refusal], _ orphan: RecordedResource) {
        for refusal in refusals {
            report.add(
                .error(
                    refusal.code, refusal.message,
                    notes: ["`\(orphan.address)` was last applied from `\(orphan.file)`"],
                    help: refusal.help))
        }
    }

    mutating func reportUnknownKind(_ orphan: RecordedResource) {
        report.add(
            .error(
                PlanCode.unknownKind, "unknown kind or account: `\(orphan.address)`",
                notes: ["it was last applied from `\(orphan.file)`"]))
    }
}
