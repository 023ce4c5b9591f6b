import Documents
import Platforms

/// A resource of a world as its file says it.
struct Draft: Hashable, Sendable {
    /// Which of the world's resources it is, whatever it is called by now.
    let lineage: Int
    /// What it is.
    let species: Species
    /// The last part of its address.
    var id: String
    /// What the platform calls it.
    var name: String
    /// Which alternative each knob has.
    var choices: [Int]
    /// The resources that it refers to.
    var needs: [Int] = []
    /// The address it had before, `job/j1`.
    var was: String?
    /// Whether its object is left alone when its file goes.
    var isForgotten = false

    /// A new one with the simplest choices.
    init(_ lineage: Int, _ species: Species) {
        self.lineage = lineage
        self.species = species
        id = "\(species.type.prefix(1))\(lineage)"
        name = "The \(species.type) \(lineage)"
        choices = species.knobs.map { _ in 0 }
    }

    /// Its address.
    var address: Address { Address("\(species.platform)/\(species.type)/\(id)") }
    /// The file that holds it.
    var file: String { "\(species.platform)-\(lineage).yaml" }

    /// What it says for its lifecycle; nil where it says nothing.
    var acts: Bool? {
        guard let knob = species.knobs.firstIndex(where: \.isLifecycle) else { return nil }
        return species.knobs[knob].alternatives[choices[knob]].map(Draft.isActing)
    }

    private static func isActing(_ value: Value) -> Bool {
        [.bool(false), "running", "ACTIVE", "active"].contains(value)
    }

    /// The choice of a knob, with its name put in.
    func chosen(_ knob: Int) -> Value? {
        species.knobs[knob].alternatives[choices[knob]]?.replacing("%", with: word)
    }

    /// A word of its own for what must be one.
    var word: String { "r\(lineage)" }
}

/// An object that a document asks for: its own or one that it holds.
struct WantedObject: Hashable, Sendable {
    /// Which resource, `3` or `3/r3 t`, whatever the platform calls it.
    var subject: String
    /// The address of the document.
    var address: Address
    /// What it is.
    var species: Species
    /// What the platform calls it.
    var name: String
    /// Whether it is to act; nil where the file does not say.
    var acts: Bool?
    /// Whether it is left alone when its file goes.
    var isLeft: Bool
    /// Whether it acts only once the object that holds it does, which does not.
    var waits = false
}

extension Draft {
    /// Everything it asks for.
    var wanted: [WantedObject] {
        let own = WantedObject(
            subject: "\(lineage)", address: address, species: species,
            name: species == .lyticsFlow ? id : name, acts: acts, isLeft: isForgotten)
        let held = species.knobs.indices.flatMap { knob -> [WantedObject] in
            let species: Species? =
                switch self.species.knobs[knob].path {
                case ["variables"]: .frontlineVariable
                case ["intents"]: .frontlineIntent
                case ["triggers"]: .tenexTrigger
                default: nil
                }
            guard let species, let list = chosen(knob)?.list else { return [] }
            return list.map { element in
                let name = element["name"]?.text ?? ""
                return WantedObject(
                    subject: "\(lineage)/\(name)", address: address, species: species,
                    name: name, acts: element["enabled"]?.bool, isLeft: isForgotten,
                    waits: acts != true)
            }
        }
        return [own] + held
    }
}

extension Value {
    /// A copy in which a mark in every text is replaced.
    func replacing(_ mark: String, with word: String) -> Value {
        switch self {
        case .text(let text): .text(text.replacing(mark, with: word))
        case .list(let list): .list(list.map { $0.replacing(mark, with: word) })
        case .object(let object):
            .object(
                Object(members: object.map { .init($0.key, $0.value.replacing(mark, with: word)) }))
        default: self
        }
    }
}
