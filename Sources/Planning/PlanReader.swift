import Documents
import Platforms

/// Takes members out of an encoded plan, saying which one is missing or wrong.
struct PlanReader {
    let object: Object

    init(_ value: Value, _ what: String) throws(PlanFormatError) {
        guard let object = value.object else { throw PlanFormatError("\(what) is an object") }
        self.object = object
    }

    func value(_ name: String) throws(PlanFormatError) -> Value {
        guard let value = object[name] else { throw PlanFormatError("`\(name)` is missing") }
        return value
    }

    func text(_ name: String) throws(PlanFormatError) -> String {
        guard let text = try value(name).text else { throw PlanFormatError("`\(name)` is a text") }
        return text
    }

    func int(_ name: String) throws(PlanFormatError) -> Int {
        guard let int = try value(name).int, let exact = Int(exactly: int) else {
            throw PlanFormatError("`\(name)` is a whole number")
        }
        return exact
    }

    func flag(_ name: String) -> Bool { object[name]?.bool ?? false }

    /// A list that may be missing.
    func list(_ name: String) throws(PlanFormatError) -> [Value] {
        guard let value = object[name] else { return [] }
        guard let list = value.list else { throw PlanFormatError("`\(name)` is a list") }
        return list
    }

    /// A list of texts that may be missing.
    func texts(_ name: String) throws(PlanFormatError) -> [String] {
        try list(name).map { value throws(PlanFormatError) in
            guard let text = value.text else { throw PlanFormatError("`\(name)` holds texts") }
            return text
        }
    }

    /// A list of addresses that may be missing.
    func addresses(_ name: String) throws(PlanFormatError) -> [Address] {
        try texts(name).map { Address($0) }
    }

    /// A place in a file.
    func place(_ name: String) throws(PlanFormatError) -> Place {
        guard let place = try Place.read(try value(name)) else {
            throw PlanFormatError("`\(name)` is a place")
        }
        return place
    }

    /// A list of whole numbers that may be missing.
    func ints(_ name: String) throws(PlanFormatError) -> [Int] {
        try list(name).map { value throws(PlanFormatError) in
            guard let int = value.int, let exact = Int(exactly: int) else {
                throw PlanFormatError("`\(name)` holds whole numbers")
            }
            return exact
        }
    }

    /// A map of texts that may be missing.
    func map(_ name: String) throws(PlanFormatError) -> [String: String] {
        var map: [String: String] = [:]
        for member in object[name]?.object ?? [:] {
            guard let text = member.value.text else {
                throw PlanFormatError("`\(name)` holds texts")
            }
            map[member.key] = text
        }
        return map
    }

    /// A value that may hold what is known later.
    func later(_ name: String) -> Value? { object[name].map { Value(encoded: $0) } }

    /// What the ledger is to hold.
    func record(_ name: String) throws(PlanFormatError) -> RecordedResource {
        guard let record = RecordedResource(encoded: try value(name)) else {
            throw PlanFormatError("`\(name)` is what a ledger can hold")
        }
        return record
    }

    /// The name of a kind.
    func kind(_ name: String) throws(PlanFormatError) -> KindName {
        guard let kind = KindName(parsing: try text(name)) else {
            throw PlanFormatError("`\(name)` is `platform/type`")
        }
        return kind
    }

    /// A word of an enumeration.
    func word<Word: RawRepresentable<String>>(
        _ name: String, _ type: Word.Type
    ) throws(PlanFormatError) -> Word {
        let text = try text(name)
        guard let word = Word(rawValue: text) else {
            throw PlanFormatError("`\(name)` has a known word, not `\(text)`")
        }
        return word
    }

    /// The elements of a list, each read by a function.
    func all<Element>(
        _ name: String, _ read: (Value) throws(PlanFormatError) -> Element
    ) throws(PlanFormatError) -> [Element] {
        var elements: [Element] = []
        for value in try list(name) { elements.append(try read(value)) }
        return elements
    }
}
