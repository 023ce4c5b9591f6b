import Documents
import EmulatedKit
import Platforms

extension Service {
    /// What an object lacks beside its fields, in words: works, publications, archived versions.
    func missingEffects(of object: LiveObject, archivesVersions: Bool) -> [String] {
        switch object.species {
        case .lyticsFlow: missingWorks(of: object)
        case .frontlineFlow: object.acts ? missingPublication(of: object) : []
        case .tenexWorkflow: archivesVersions ? superseded(of: object) : []
        default: []
        }
    }

    private func missingWorks(of object: LiveObject) -> [String] {
        let steps = object.content["versions"]?.list?.last?["steps"]?.list ?? []
        let account = object.key.id.prefix { $0 != "/" }
        return steps.compactMap { step -> String? in
            guard step["type_hint"] == "work_export" else { return nil }
            let slug = step["slug"]?.text ?? ""
            let work = row("lytics/job", "\(account)/\(step["work_id"]?.text ?? "")")
            guard let work, work["deleted"] != true else { return "step `\(slug)` has no work" }
            let isPublished = work["_work"] == nil || work["_published"] == true
            return isPublished ? nil : "the work of step `\(slug)` is not published"
        }
    }

    private func missingPublication(of object: LiveObject) -> [String] {
        let stored = stored(object)
        let isPublished = stored?["nodes"] == stored?["liveNodes"]
        return isPublished ? [] : ["what is published is not its draft"]
    }

    private func superseded(of object: LiveObject) -> [String] {
        rows("tenex/version").compactMap { version in
            guard version["workflow_id"]?.text == object.id, version["status"] == "superseded"
            else { return nil }
            return "version \(version["version"]?.int ?? 0) is not archived"
        }
    }
}
