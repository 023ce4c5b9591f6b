import Documents
import Emulation
import Foundation
import Platforms
import Testing

@testable import Commands

/// What commands print as JSON is what their schemas say.
@Suite struct `the JSON of commands` {
    /// The words of a command, and what stands behind them.
    private static let commands: [(words: String, rest: String)] = [
        ("lytics jobs list", "--show-all --show-state"),
        ("lytics jobs get", "braze_welcome vip_alert"), ("lytics jobs logs", "braze_welcome"),
        ("lytics jobs pause", "braze_welcome --yes"),
        ("lytics connections list", ""), ("lytics connections get", "warehouse"),
        ("lytics connections scan", "warehouse"), ("lytics connections schema", "warehouse"),
        ("lytics connections schema", "warehouse orders"),
        ("lytics providers list", ""), ("lytics workflows list", ""),
        ("lytics auths list", "--show-tokens"), ("lytics auths get", "braze alerts"),
        ("lytics auths create", "webhook_no_auth --label Plain --yes"),
        ("lytics auths update", "Plain --yes"),
        ("lytics setup", "webhooks --auth Plain --label Hooks --yes"),
        ("lytics connections update", "Hooks -f change.yaml --yes"),
        ("lytics connections delete", "Hooks --yes"), ("lytics auths delete", "Plain --yes"),
    ]

    @Test func `is as its schema says`() async throws {
        let schemas = Dictionary(
            OutputSchema.all().map { ($0.words.joined(separator: " "), $0.output) },
            uniquingKeysWith: { $1 })
        try await withEmulator(apis: Catalog.platforms.map(\.emulated)) { url in
            let work = try TranscriptFolder.make()
            defer { try? FileManager.default.removeItem(at: work) }
            let shell = Shell(folder: work, variables: TranscriptFolder.variables(url))
            _ = try await shell.run(
                "weir -C flows apply --yes; echo 'description: d' > change.yaml")
            for (words, rest) in Self.commands {
                let command = "weir -C flows \(words) \(rest) --format json 2> errors.txt"
                let ending = try await shell.run(command)
                let schema = try #require(schemas[words], "\(words) has no schema")
                let value = try JSON.parse(ending.output.joined(separator: "\n"))
                #expect(ending.status == 0, "\(command)")
                #expect(Self.problems(of: value, schema, at: words) == [])
            }
        }
    }

    /// Where a value is not what a schema says; knows as much of JSON Schema as the schemas use.
    private static func problems(of value: Value, _ schema: Value, at path: String) -> [String] {
        if let choices = schema["anyOf"]?.list {
            let fits = choices.contains { problems(of: value, $0, at: path).isEmpty }
            return fits ? [] : ["\(path) is none of the choices"]
        }
        var found: [String] = []
        let types = schema["type"]?.list ?? [schema["type"]].compactMap(\.self)
        if !types.isEmpty, !types.contains(where: { isOne(value, $0) }) {
            found.append("\(path) is not \(types.map(\.canonicalJSON))")
        }
        if let words = schema["enum"]?.list, !words.contains(value) {
            found.append("\(path) is not one of \(words.map(\.canonicalJSON))")
        }
        for (index, item) in (value.list ?? []).enumerated() {
            found += problems(of: item, schema["items"] ?? [:], at: "\(path)[\(index)]")
        }
        guard let object = value.object else { return found }
        for key in schema["required"]?.list ?? [] where object[key.text ?? ""] == nil {
            found.append("\(path) has no \(key)")
        }
        for member in object {
            if let inner = schema["properties"]?[member.key] {
                found += problems(of: member.value, inner, at: "\(path).\(member.key)")
            } else if schema["additionalProperties"] == false {
                found.append("\(path) has \(member.key)")
            }
        }
        return found
    }

    private static func isOne(_ value: Value, _ type: Value) -> Bool {
        switch type {
        case "string": value.text != nil
        case "integer": value.int != nil
        case "boolean": value.bool != nil
        case "array": value.list != nil
        case "object": value.object != nil
        default: value.isNull
        }
    }
}
