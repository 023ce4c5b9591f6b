/// Places where Weir or the emulator differ from a vendor's OpenAPI file, with the reason.
struct ContractException {
    /// Why, and who says so.
    let source: String
    /// The operations and places, one a line.
    let places: String

    /// The places, as a check tells them.
    var deviations: [Deviation] {
        places.split(separator: "\n").map { line in
            let words = line.split(separator: " ").map(String.init)
            return Deviation(operation: words[0] + " " + words[1], place: words[2])
        }
    }

    /// All of them. One that does not occur any more fails the test as much as one that is missing.
    static let all: [ContractException] = lytics + frontline
}
