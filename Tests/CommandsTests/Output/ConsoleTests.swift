import Synchronization
import Testing

@testable import Commands

@Suite struct `A console` {
    private func said(_ width: Int?, _ speak: (Console) -> Void) -> String {
        let said = Mutex("")
        var console = Console.silent
        console.talkWidth = width
        console.readAnswer = { "yes" }
        console.writeTalk = { text in said.withLock { $0 += text } }
        speak(console)
        return said.withLock { $0 }
    }

    private let sentence = "the new key is a key file, and the old one stays beside it"

    @Test func `wraps talk and questions where stderr is a terminal`() {
        #expect(
            said(30) { $0.talk(sentence) }
                == "the new key is a key file, and\nthe old one stays beside it\n")
        #expect(
            said(30) { _ = $0.ask("Apply these 4 changes to production? Type \"yes\":") }
                == "Apply these 4 changes to\nproduction? Type \"yes\": ")
    }

    @Test func `leaves alone what is laid out and what programs read`() {
        #expect(said(30) { $0.talkAsIs(sentence) } == sentence + "\n")
        #expect(said(nil) { $0.talk(sentence) } == sentence + "\n")
    }
}
