import Documents
import Foundation

extension Stage {
    mutating func edit(_ step: Step) throws {
        var lifecycles: Set<String> = []
        switch step {
        case .add(let lineage, let species, let needs):
            var draft = Draft(lineage, species)
            draft.needs = needs
            drafts.append(draft)
        case .turn(let lineage, let knob, let turns):
            turn(lineage, knob, turns, &lifecycles)
        case .remove(let lineage): drafts.removeAll { $0.lineage == lineage }
        case .rename(let lineage, let saysWas):
            update(lineage) { draft in
                draft.was = saysWas ? "\(draft.species.type)/\(draft.id)" : nil
                draft.id += "_b"
            }
        case .relabel(let lineage): update(lineage) { $0.name += " anew" }
        case .leave(let lineage): update(lineage) { $0.isForgotten = true }
        default: break
        }
        isUnwritten = true
        let wanted = drafts.filter { $0.document(among: drafts) != nil }.flatMap(\.wanted)
        history.entries.append(.files(wanted, lifecycles: lifecycles))
    }

    private mutating func update(_ lineage: Int, _ change: (inout Draft) -> Void) {
        guard let index = drafts.firstIndex(where: { $0.lineage == lineage }) else { return }
        change(&drafts[index])
    }

    private mutating func turn(
        _ lineage: Int, _ knob: Int, _ turns: Int, _ lifecycles: inout Set<String>
    ) {
        guard let index = drafts.firstIndex(where: { $0.lineage == lineage }) else { return }
        let before = Set(drafts[index].wanted)
        let knobs = drafts[index].species.knobs
        guard knobs.indices.contains(knob) else { return }
        let following = knobs[knob].following(drafts[index].choices[knob])
        drafts[index].choices[knob] = following[turns % following.count]
        lifecycles = Set(drafts[index].wanted).subtracting(before).reduce(into: []) {
            $0.insert($1.subject)
        }
    }

    mutating func writeProject() throws {
        try write(
            "weir.yaml",
            [
                "kind": "weir/project", "name": "worlds",
                "accounts": [
                    "lytics": ["platform": "lytics"], "frontline": ["platform": "frontline"],
                    "tenex": ["platform": "tenex", "workspace": "acme"],
                ],
            ])
    }

    /// Writes what the files say by now; nobody reads them before a run.
    mutating func writeDocuments() throws {
        guard isUnwritten else { return }
        isUnwritten = false
        var gone = Set(written.keys).subtracting(["weir.yaml"])
        for draft in drafts {
            guard let document = draft.document(among: drafts) else { continue }
            gone.remove(draft.file)
            try write(draft.file, document)
        }
        for file in gone {
            try FileManager.default.removeItem(at: world.folder.appendingPathComponent(file))
            written[file] = nil
        }
    }

    private mutating func write(_ file: String, _ document: Value) throws {
        let text = document.prettyJSON
        guard written[file] != text else { return }
        written[file] = text
        try Data(text.utf8).write(to: world.folder.appendingPathComponent(file))
    }
}
