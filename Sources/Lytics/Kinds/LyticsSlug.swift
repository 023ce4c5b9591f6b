extension String {
    /// A slug as paths have it: `braze_export` is `braze-export`.
    var kebab: String { String(map { $0 == "_" ? "-" : $0 }) }
    /// A slug as values have it: `braze-export` is `braze_export`.
    var snake: String { String(map { $0 == "-" ? "_" : $0 }) }
}
