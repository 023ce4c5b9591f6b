import Diagnostics
import Documents
import Platforms
import Synchronization
import TestSupport
import Testing

@testable import Reconciling

@Suite struct `A stream that is followed` {
    /// A server that tells each time what the script says.
    final class Script: Transport {
        enum Step: Sendable {
            /// Parts of a stream, which then ends or is cut.
            case parts([String], isCut: Bool = false)
            /// So many comments, one after each time, and nothing else.
            case comments(Int, every: Duration)
            case answer(Answer)
            case none(TransportError)
        }

        private let clock: ManualClock
        private let steps: Mutex<[Step]>
        private let log = Mutex<[WireRequest]>([])

        init(_ steps: [Step], _ clock: ManualClock) {
            self.steps = Mutex(steps)
            self.clock = clock
        }

        var asked: [WireRequest] { log.withLock { $0 } }

        func send(_ request: WireRequest) async throws(TransportError) -> Answer {
            throw .notSent("only streams are scripted")
        }

        func follow(
            _ request: WireRequest, wantsMore: (ArraySlice<UInt8>) async -> Bool
        ) async throws(TransportError) -> Answer {
            log.withLock { $0.append(request) }
            let step = steps.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
            switch step {
            case .none(let error): throw error
            case .answer(let answer): return answer
            case .comments(let count, let time):
                for _ in 0..<count {
                    try? await clock.sleep(for: time)
                    guard await wantsMore(Array(": nothing new\n\n".utf8)[...]) else { break }
                }
                return Self.stream
            case .parts(let parts, let isCut):
                for part in parts {
                    guard await wantsMore(Array(part.utf8)[...]) else { break }
                }
                if isCut { throw .unknownOutcome("cut off") }
                return Self.stream
            }
        }

        private static let stream = Answer(
            status: 200, headers: ["content-type": "text/event-stream; charset=utf-8"], body: nil)
    }

    struct Followed {
        var texts: [String]
        var ending: AccountClient.StreamEnding?
        var error: ReconcilingError?
        var script: Script
        var slept: [Duration]
    }

    private func follow(_ steps: [Script.Step]) async -> Followed {
        let clock = ManualClock()
        let script = Script(steps, clock)
        let client = AccountClient(
            ShopPlatform.account, on: ShopPlatform(), over: script, time: Timekeeper(clock))
        var followed = Followed(texts: [], script: script, slept: [])
        do throws(ReconcilingError) {
            followed.ending = try await client.follow(
                Request(.get, ["orders", "7", "stream"]), doing: "follow the order"
            ) { event in
                followed.texts.append(event.data)
                return event.name == "done"
            }
        } catch {
            followed.error = error
        }
        followed.slept = clock.slept
        return followed
    }

    private static func event(_ id: Int, _ text: String) -> String {
        "id: \(id)\ndata: \(text)\n\n"
    }
    private static let done = "event: done\ndata: bye\n\n"

    @Test func `tells its events in order and ends with the last`() async {
        let followed = await follow([
            .parts(["id: 1\nda", "ta: a\n\n: hm\n\n", Self.done, "data: no\n\n"])
        ])
        #expect(followed.texts == ["a", "bye"])
        #expect(followed.ending == .done)
        #expect(followed.script.asked.map(\.line) == ["GET /orders/7/stream"])
        #expect(followed.script.asked[0].headers == ["accept": "text/event-stream"])
    }

    @Test func `goes on behind the last event after a cut`() async {
        let followed = await follow([
            .parts([Self.event(1, "a"), Self.event(2, "b"), "data: hal"], isCut: true),
            .none(.notSent("the connection was refused")),
            .parts([Self.event(3, "c"), Self.done]),
        ])
        #expect(followed.texts == ["a", "b", "c", "bye"])
        #expect(followed.ending == .done)
        #expect(followed.script.asked.map { $0.headers["last-event-id"] } == [nil, "2", "2"])
        #expect(followed.slept == [.seconds(1), .seconds(1)])
    }

    @Test func `is opened again only so often where nothing new comes`() async {
        let silent = await follow([.parts([Self.event(1, "a")])])
        #expect(silent.ending == .cut)
        #expect(silent.script.asked.count == 6)
        let dead = await follow([.parts([]), .none(.notSent("refused"))])
        #expect(dead.error?.cause == .transport(.notSent("refused")))
        #expect(dead.script.asked.count == 6)
    }

    @Test func `is left where it stays open and tells nothing`() async {
        let silent = await follow([
            .parts([Self.event(1, "a")], isCut: true), .comments(100, every: .seconds(10)),
        ])
        #expect(silent.ending == .silent)
        #expect(silent.texts == ["a"])
        #expect(silent.script.asked.count == 2)
        #expect(silent.slept.reduce(.zero, +) == .seconds(31))
    }

    @Test func `is kept where it tells something now and then`() async {
        let slow = [0, 1, 2, 3].flatMap { number in
            [Script.Step.comments(2, every: .seconds(10)), .parts([Self.event(number, "a")])]
        }
        let followed = await follow(slow + [.parts([Self.done])])
        #expect(followed.ending == .done)
        #expect(followed.texts == ["a", "a", "a", "a", "bye"])
    }

    @Test func `waits as long as the server asks for`() async {
        let followed = await follow([.parts(["retry: 2500\n\n"]), .parts([Self.done])])
        #expect(followed.slept == [.milliseconds(2500)])
    }

    @Test func `waits where there were too many requests`() async {
        let limited = Answer(status: 429, headers: ["retry-after": "7"], body: nil)
        let followed = await follow([.answer(limited), .parts([Self.done])])
        #expect(followed.ending == .done)
        #expect(followed.slept == [.seconds(7)])
    }

    @Test func `that is refused is the platform's error`() async {
        let missing = Answer(status: 404, body: ["message": "no such order"])
        let followed = await follow([.answer(missing)])
        #expect(followed.error?.isNotFound == true)
        #expect(followed.error?.doing == "follow the order")
        #expect(followed.script.asked.count == 1)
    }

    @Test func `that is none is an error of its own`() async {
        let followed = await follow([.answer(Answer(status: 200, body: ["id": 7]))])
        #expect(followed.error?.diagnostic().code == "account/no-stream")
    }

    @Test func `where nobody answers is not tried again`() async {
        let followed = await follow([.none(.notSent("the connection was refused"))])
        #expect(followed.error?.cause == .transport(.notSent("the connection was refused")))
        #expect(followed.script.asked.count == 1)
    }

    @Test func `ends where its task is cancelled`() async {
        let ending = await withTaskGroup(of: AccountClient.StreamEnding?.self) { group in
            group.addTask { await self.follow([.parts([])]).ending }
            group.cancelAll()
            return await group.next() ?? nil
        }
        #expect(ending == .cut)
    }
}
