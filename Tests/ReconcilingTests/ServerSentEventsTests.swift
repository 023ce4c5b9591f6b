import Reconciling
import Testing

@Suite struct `Server-sent events` {
    @Test func `an event has a name, data and an id`() {
        let events = read("event: step\ndata: {\"a\": 1}\nid: 7\n\n")
        #expect(events == [ServerSentEvent(name: "step", data: "{\"a\": 1}", id: "7")])
    }

    @Test func `an event without a name is a message, and keeps the id before it`() {
        let events = read("id: 1\ndata: a\n\ndata: b\n\n")
        #expect(events.map(\.name) == ["message", "message"])
        #expect(events.map(\.id) == ["1", "1"])
    }

    @Test func `lines of data are joined, and only one space goes`() {
        let events = read("data: a\ndata:\ndata:  b\ndata\n\n")
        #expect(events.map(\.data) == ["a\n\n b\n"])
    }

    @Test(arguments: ["\n", "\r", "\r\n"])
    func `a line ends with`(_ end: String) {
        let lines = ["event: run", "data: a", "data: b", "", "data: c", "", ""]
        let events = read(lines.joined(separator: end))
        #expect(events.map(\.data) == ["a\nb", "c"])
        #expect(events.map(\.name) == ["run", "message"])
    }

    @Test(arguments: 1...24)
    func `chunks may be cut anywhere, in a character or in a line's end`(_ size: Int) {
        let text = "\u{FEFF}: hi\r\nevent: step\r\ndata: zwölf 🧭\r\ndata: b\r\nid: é\r\n\r\n"
        let bytes = Array((text + text.dropFirst()).utf8)
        var parser = ServerSentEvents()
        var events: [ServerSentEvent] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            events += parser.read(bytes[start..<min(start + size, bytes.count)])
        }
        let event = ServerSentEvent(name: "step", data: "zwölf 🧭\nb", id: "é")
        #expect(events == [event, event])
    }

    @Test func `comments and unknown fields are nothing`() {
        #expect(read(": heartbeat\n\nfoo: bar\ndata: a\n:\n\n").map(\.data) == ["a"])
    }

    @Test func `an event without data is none, though its id counts`() {
        var parser = ServerSentEvents()
        #expect(parser.read("event: step\nid: 3\n\n".utf8).isEmpty)
        #expect(parser.lastID == "3")
        #expect(parser.read("data: a\n\n".utf8) == [ServerSentEvent(data: "a", id: "3")])
    }

    @Test func `what is not finished is no event`() {
        var parser = ServerSentEvents()
        #expect(parser.read("data: a\n".utf8).isEmpty)
        #expect(parser.waiting == 2)
        #expect(parser.read("\n".utf8).map(\.data) == ["a"])
        #expect(parser.waiting == 0)
    }

    @Test func `an id may be taken back, and one with a zero byte is ignored`() {
        let events = read("id: 1\ndata: a\n\nid: x\0y\ndata: b\n\nid\ndata: c\n\n")
        #expect(events.map(\.id) == ["1", "1", ""])
    }

    @Test func `a time to wait is in milliseconds, and only digits are one`() {
        var parser = ServerSentEvents()
        #expect(parser.read("retry: soon\n".utf8).isEmpty)
        #expect(parser.retry == nil)
        _ = parser.read("retry: 1500\nretry: 99999999999999999999\n".utf8)
        #expect(parser.retry == .milliseconds(1500))
    }

    private func read(_ text: String) -> [ServerSentEvent] {
        var parser = ServerSentEvents()
        return parser.read(text.utf8)
    }
}
