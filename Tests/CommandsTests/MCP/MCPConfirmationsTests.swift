import Documents
import Testing

@testable import Commands

@Suite struct `a confirmation` {
    private static let request: Value = ["method": "POST", "body": ["a": 1]]

    @Test func `is good once`() {
        let confirmations = MCPConfirmations()
        let token = confirmations.offer(for: Self.request)
        #expect(confirmations.take(token, for: Self.request))
        #expect(!confirmations.take(token, for: Self.request))
    }

    @Test func `is good for exactly one request`() {
        let confirmations = MCPConfirmations()
        let token = confirmations.offer(for: Self.request)
        #expect(!confirmations.take(token, for: ["method": "POST", "body": ["a": 2]]))
        #expect(!confirmations.take(token, for: Self.request))
    }

    @Test func `cannot be guessed`() {
        let confirmations = MCPConfirmations()
        let tokens = (0..<50).map { _ in confirmations.offer(for: Self.request) }
        #expect(Set(tokens).count == 50)
        #expect(tokens.allSatisfy { $0.count == 9 })
        #expect(!confirmations.take("", for: Self.request))
        // Nobody tries twice.
        #expect(!confirmations.take(tokens[0], for: Self.request))
    }
}

@Suite struct `lines of input` {
    @Test func `hold no more than is wanted of a line`() {
        var splitter = LineSplitter(limit: 3)
        #expect(splitter.take(Array("abcdefg".utf8)) == [])
        #expect(splitter.rest == Array("abcd".utf8))
        #expect(splitter.take(Array("h\nabc\n".utf8)) == [Array("abcd".utf8), Array("abc".utf8)])
    }

    @Test func `are cut wherever bytes come`() {
        var splitter = LineSplitter()
        #expect(splitter.take(Array("ab".utf8)) == [])
        #expect(splitter.take(Array("c\n\nd".utf8)) == [Array("abc".utf8), []])
        #expect(splitter.rest == Array("d".utf8))
        #expect(splitter.take([0x0A]) == [Array("d".utf8)])
        #expect(splitter.rest == nil)
    }
}
