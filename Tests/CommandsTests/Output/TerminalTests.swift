import Testing

@testable import Commands

@Suite struct TerminalTests {
    @Test func `colour is for terminals unless something says otherwise`() {
        #expect(Terminal(isTerminal: true, columns: 80).colour)
        #expect(!Terminal(isTerminal: false, columns: nil).colour)
        let quiet = ["NO_COLOR": "1"]
        #expect(!Terminal(isTerminal: true, columns: 80, environment: quiet).colour)
        #expect(
            Terminal(isTerminal: true, columns: 80, choice: .always, environment: quiet).colour)
        #expect(Terminal(isTerminal: true, columns: 80, environment: ["NO_COLOR": ""]).colour)
        #expect(!Terminal(isTerminal: true, columns: 80, environment: ["TERM": "dumb"]).colour)
    }

    @Test func `text for programs is never cut`() {
        #expect(Terminal(isTerminal: false, columns: 120).width == nil)
        #expect(Terminal(isTerminal: true, columns: nil).width == 80)
        let told = Terminal(isTerminal: true, columns: nil, environment: ["COLUMNS": "132"])
        #expect(told.width == 132)
        let nothing = Terminal(isTerminal: true, columns: nil, environment: ["COLUMNS": "0"])
        #expect(nothing.width == 80)
    }

    @Test func `the graver status is told`() {
        #expect(ExitStatus.outranking([.changesPending, .conflict, .refused]) == .conflict)
        #expect(ExitStatus.outranking([.appliedInPart, .invalidProject]) == .invalidProject)
        #expect(ExitStatus.outranking([]) == .done)
    }
}
