import Platforms

extension Cause {
    /// Who changed how many fields, in words.
    static func words(_ fields: [FieldChange]) -> String {
        let counts = fields.reduce(into: [Cause: Int]()) { $0[$1.cause, default: 0] += 1 }
        return Cause.allCases.compactMap { cause in
            counts[cause].map { count in
                cause.words(count == 1 ? "1 field" : "\(count) fields", isOne: count == 1)
            }
        }.joined(separator: ", ")
    }

    private func words(_ fields: String, isOne: Bool) -> String {
        switch self {
        case .intended: "you changed \(fields)"
        case .drift: "\(fields) changed on the platform"
        case .conflict: "\(fields) changed on both sides"
        case .platformDefault: "\(fields) not in your files before"
        case .secret: "\(fields) with another secret"
        case .unknownSecret: "\(fields) with a secret to be written once more"
        case .adopt: "\(fields) of the adopted object"
        case .missing: "\(fields) no longer on the platform"
        case .released: "\(fields) no longer in your files"
        case .unfinished: "\(fields) not done yet"
        case .stopped: "\(fields) stopped by a delete of yours"
        case .renewed: "what \(fields) \(isOne ? "refers" : "refer") to is made anew"
        }
    }
}
