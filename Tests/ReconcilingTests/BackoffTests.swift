import Documents
import Platforms
import Testing

@testable import Reconciling

@Suite struct `The pause before a call is sent again` {
    private func asked(_ text: String?, date: String? = nil) -> Duration? {
        var headers: [String: String] = [:]
        headers["retry-after"] = text
        headers["date"] = date
        return Answer(status: 429, headers: headers, body: nil).retryAfter(now: 784_111_777)
    }

    @Test func `is twice as long each time, from half a second to thirty seconds`() {
        let pauses = (0...8).map { Backoff.pause($0, jitter: 0) }
        #expect(
            pauses == [
                .milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(8),
                .seconds(16), .seconds(30), .seconds(30), .seconds(30),
            ])
    }

    @Test func `is spread by up to a half, and never longer than thirty seconds`() {
        #expect(Backoff.pause(1, jitter: 0.5) == .milliseconds(1250))
        #expect(Backoff.pause(1, jitter: 1) == .milliseconds(1500))
        #expect(Backoff.pause(5, jitter: 1) == .seconds(24))
        #expect(Backoff.pause(1000, jitter: 1) == .seconds(30))
    }

    @Test func `is what the server asks for, in seconds or until a date`() {
        #expect(asked("7") == .seconds(7))
        #expect(asked("0") == .zero)
        #expect(asked("-3") == .zero)
        #expect(asked("Sun, 06 Nov 1994 08:49:47 GMT") == .seconds(10))
        #expect(asked("Sun, 06 Nov 1994 08:49:27 GMT") == .zero)
        #expect(
            asked("Thu, 29 Feb 2024 12:00:30 GMT", date: "Thu, 29 Feb 2024 12:00:00 GMT")
                == .seconds(30))
    }

    @Test(arguments: [
        nil, "", "soon", "1.5", "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 25:00:00 GMT",
        "Sun, 06 Foo 1994 08:49:37 GMT", "06 Nov 1994 08:49:37 GMT",
    ])
    func `is ours where the server asks for nothing that can be read`(_ text: String?) {
        #expect(asked(text) == nil)
    }

    @Test func `is told as people say it`() {
        let told: [(Duration, String)] = [
            (.milliseconds(2100), "3 s"), (.seconds(119), "119 s"), (.seconds(200), "3 min 20 s"),
            (.seconds(600), "10 min"), (.seconds(7500), "2 h 5 min"), (.seconds(-1), "0 s"),
        ]
        for (duration, words) in told { #expect(duration.words == words) }
        #expect(Duration.seconds(130).roughWords == "3 min")
    }
}
