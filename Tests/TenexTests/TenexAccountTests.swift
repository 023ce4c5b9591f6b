import Diagnostics
import Documents
import Testing

@testable import Platforms
@testable import Tenex

@Suite struct `What an account of 10ex may correct` {
    /// What an option makes of its YAML, and what is wrong with it.
    private func read(_ name: String, _ yaml: String) throws -> (value: Value?, problems: [String])
    {
        var report = Report()
        let documents = DocumentParser.parse(
            Array("\(name): \(yaml)".utf8), source: SourceID(0), into: &report)
        let node = try #require(documents.first?.root[name])
        let option = try #require(TenexPlatform().accountOptions.first { $0.name == name })
        let reader = try #require(option.read)
        let value = reader(node, &report)
        return (value, report.diagnostics.map { "\($0.code): \($0.message)" })
    }

    @Test func `are paths with the parameters of their operation, or none`() throws {
        let good = try read("paths", "{ get_run: '/x/{run_id}', list_sequences: null }")
        #expect(good.value == ["get_run": "/x/{run_id}", "list_sequences": .null])
        #expect(good.problems == [])
        #expect(
            try read("paths", "{ get_run: /x, list_runs: runs, get_rum: /y }").problems == [
                "tenex/path: the path of `get_run` has the parameters `{run_id}`, once each",
                "tenex/path: a path starts with `/`, as in `/api/v1/flows/workflows`",
                "project/option: `get_rum` is not the name of an operation",
            ])
        #expect(
            try read("paths", "{ list_runs: '/x/{run_id}' }").problems == [
                "tenex/path: the path of `list_runs` has no parameters"
            ])
    }

    @Test func `are methods`() throws {
        #expect(
            try read("methods", "{ replace_graph: patch }").value == ["replace_graph": "PATCH"])
        #expect(
            try read("methods", "{ replace_graph: push }").problems == [
                "tenex/method: a method is `GET`, `POST`, `PUT`, `PATCH` or `DELETE`"
            ])
    }

    @Test func `are names of fields, no two of a shape the same`() throws {
        #expect(
            try read("fields", "{ Edge: { from: to, to: from }, Graph: { base_version: null } }")
                .problems == [])
        #expect(
            try read(
                "fields", "{ Edge: { from: to }, Step: { kye: k }, Run: [a], Graph: { steps: 1 } }"
            )
            .problems == [
                "tenex/field-name: `from` and `to` of `Edge` cannot both be called `to`",
                "project/option: `kye` is not the name of a field of `Step`",
                "project/type: `Run` is a map",
                "tenex/field-name: a field's name is a text",
            ])
    }
}
