public import Documents

extension TenexPayload {
    /// Declared inputs in a few words, `lead_id: uuid*`, whether they come as a list or by name.
    public static func words(for declared: Value?) -> [String] {
        let listed = (declared?.list ?? []).map { text($0["name"]?.text ?? "", $0) }
        return listed + (declared?.object ?? [:]).map { text($0.key, $0.value) }
    }

    private static func text(_ name: String, _ input: Value) -> String {
        "\(name): \(input["type"]?.text ?? "json")\(input["required"] == true ? "*" : "")"
    }
}
