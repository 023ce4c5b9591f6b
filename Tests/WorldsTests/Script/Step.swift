/// One thing that happens in a world.
enum Step: Hashable, Sendable {
    /// A resource gets a file.
    case add(lineage: Int, Species, needs: [Int])
    /// A field of a file changes to another alternative.
    case turn(lineage: Int, knob: Int, turns: Int)
    /// A file goes.
    case remove(lineage: Int)
    /// A document gets another id, and says what it was or does not.
    case rename(lineage: Int, saysWas: Bool)
    /// A document gets another name on the platform.
    case relabel(lineage: Int)
    /// A document says that its object is left alone when it goes.
    case leave(lineage: Int)
    /// People do something to one of our objects.
    case people(PeopleEdit, object: Int)
    /// People make an object, called like one of our resources or otherwise.
    case foreign(Species, like: Int?)
    /// The platforms begin to make something else of what they are sent.
    case normalize(Normalization)
    /// The ledger is lost.
    case loseLedger
    /// Weir runs.
    case run(RunStep)
}

/// A run of Weir with everything that goes wrong in it.
struct RunStep: Hashable, Sendable {
    /// What is asked of Weir.
    enum Verb: Hashable, Sendable {
        case apply, plan
        case restart(lineage: Int)
        case adopt(lineage: Int)
    }

    /// What another process does while a write is under way.
    enum Other: String, CaseIterable, Hashable, Sendable { case plans, applies }

    var verb = Verb.apply
    var writeFaults: [WriteFault] = []
    var readFaults: [ReadFault] = []
    var other: Other?
    /// The write during which the other process runs.
    var otherAt = 0
}

extension Step: CustomStringConvertible {
    /// The step in words.
    var description: String {
        switch self {
        case .add(let lineage, let species, let needs):
            "a file for resource \(lineage), a \(species.rawValue)"
                + (needs.isEmpty ? "" : ", that refers to \(needs)")
        case .turn(let lineage, let knob, let turns):
            "field \(knob) of resource \(lineage) is changed (\(turns))"
        case .remove(let lineage): "the file of resource \(lineage) is removed"
        case .rename(let lineage, let saysWas):
            "the id of resource \(lineage) is changed, \(saysWas ? "with" : "without") `was`"
        case .relabel(let lineage): "the name of resource \(lineage) is changed in its file"
        case .leave(let lineage): "the file of resource \(lineage) says `on_remove: forget`"
        case .people(let edit, let object): "people \(edit.rawValue) object \(object)"
        case .foreign(let species, let like):
            "people make a \(species.rawValue)"
                + (like.map { " called like resource \($0)" } ?? "")
        case .normalize(let normalization): "the service \(normalization.rawValue)"
        case .loseLedger: "the ledger is lost"
        case .run(let run): run.description
        }
    }
}

extension RunStep: CustomStringConvertible {
    /// The run in words.
    var description: String {
        var words: [String]
        switch verb {
        case .apply: words = ["`weir apply --yes`"]
        case .plan: words = ["`weir plan`"]
        case .restart(let lineage): words = ["`weir apply --yes --restart` resource \(lineage)"]
        case .adopt(let lineage): words = ["`weir adopt --yes` resource \(lineage)"]
        }
        words += writeFaults.map(\.words)
        words += readFaults.map { "the list of \($0.species.rawValue) \($0.kind.rawValue)" }
        if let other { words.append("another process \(other.rawValue) at write \(otherAt + 1)") }
        return words.joined(separator: ", ")
    }
}
