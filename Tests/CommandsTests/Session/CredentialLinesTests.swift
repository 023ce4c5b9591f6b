import Diagnostics
import Testing

@testable import Commands

@Suite struct `A code frame of a document with credentials` {
    private func masked(_ text: String) -> String {
        String(decoding: CredentialLines(Catalog.kinds).masked(Array(text.utf8)), as: UTF8.self)
    }

    @Test func `shows keys, references and the head, and no value`() {
        #expect(
            masked(
                """
                kind: lytics/auth
                id: braze
                api_key: planted-one  # planted-two
                config: { api_key: "planted-three", user: ${env.USER} }
                config: planted-four
                  - planted-five
                note: |
                  planted six: seven
                """)
                    == """
                    kind: lytics/auth
                    id: braze
                    api_key: *******-***  # *******-***
                    config: { api_key: "*******-*****", user: ${env.USER} }
                    config: *******-****
                      - *******-****
                    note: |
                      ******* six: *****
                    """)
    }

    @Test func `is so in its document alone, and in JSON`() {
        let flow = "kind: lytics/flow\nid: a\nlabel: shown\n"
        #expect(masked(flow) == flow)
        #expect(
            masked(flow + "---\n\"kind\": 'lytics/auth'\nx: hidden\n---\n" + flow)
                == flow + "---\n\"kind\": '***********'\nx: ******\n---\n" + flow)
        #expect(
            masked(#"{"kind": "lytics/auth", "config": {"key": "planted"}}"#)
                == #"{"kind": "***********", "config": {"key": "*******"}}"#)
    }

    /// Mistakes beside a literal, of which none may show it.
    @Test(arguments: [
        "config: { api_key: planted-literal-1 }\nconfig: { api_key: planted-literal-1 }",
        "config: planted-literal-1", "config: [planted-literal-1]", "api_key: planted-literal-1",
        "config: { api_key: planted-literal-1", "config: { api_key: 'planted-literal-1 }",
        "config:\n  api_key: planted-literal-1\n bad: 1", "\tconfig: planted-literal-1",
        "config: { api_key: planted-literal-1 }\nlabel: [1]", "config: &planted-literal-1",
        "config: { api_key: planted-literal-1 }}", "config: |\n  planted-literal-1",
    ])
    func `shows no literal beside a mistake`(_ text: String) async throws {
        let desk = try Desk()
        try desk.write("a.yaml", "kind: lytics/auth\nid: a\ntype: braze_api_key\n" + text + "\n")
        #expect(try await desk.run("validate") != .done)
        #expect(!desk.talk.contains("planted-literal"), "\(desk.talk)")
    }
}
