import Documents

/// One object as the platform shows it: YAML for people, untouched JSON for programs.
struct Detail: Showable {
    /// The object.
    let value: Value

    func text(_ style: TextStyle) -> String { YAMLWriter.write(value) }

    var json: Value { value }
}
