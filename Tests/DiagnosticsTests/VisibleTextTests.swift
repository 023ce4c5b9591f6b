import Diagnostics
import Testing

@Suite struct `What is made visible` {
    @Test(arguments: [
        ("\u{1B}[2J", "\\u{1B}[2J"), ("a\u{0}b\r", "a\\u{0}b\\u{D}"), ("\u{7F}", "\\u{7F}"),
        ("\u{9B}31m", "\\u{9B}31m"), ("x\u{202E}y\u{2066}", "x\\u{202E}y\\u{2066}"),
        ("a\u{200B}b\u{FEFF}", "a\\u{200B}b\\u{FEFF}"), ("\u{2028}", "\\u{2028}"),
        ("\u{E0041}", "\\u{E0041}"), ("a\u{AD}b", "a\\u{AD}b"),
    ])
    func `is what nobody sees`(_ text: String, _ shown: String) {
        #expect(text.visible(.text(keepsColors: false)) == shown)
        #expect(text.visible(.text(keepsColors: true)) == shown)
    }

    @Test func `leaves alone what people read`() {
        for text in [
            "Grüße, 世界\n\ttab", "👨‍👩‍👧 ❤️", "می\u{200C}خواهم", "a::b # ## x", "  ::: a.yaml:1:2",
        ] {
            #expect(text.visible(.text(keepsColors: false)) == text)
            #expect(text.visible(.json) == text)
        }
    }

    @Test func `are colors but those of ours, where there are any`() {
        let text = "\u{1B}[1;31mred\u{1B}[0m\u{1B}[8m"
        #expect(text.visible(.text(keepsColors: true)) == "\u{1B}[1;31mred\u{1B}[0m\\u{1B}[8m")
        #expect(
            text.visible(.text(keepsColors: false)) == "\\u{1B}[1;31mred\\u{1B}[0m\\u{1B}[8m")
    }

    @Test func `are commands of a log`() {
        #expect(
            "no\n ::error::x\n##[group]y ##vso[z".visible(.text(keepsColors: false))
                == "no\n \\u{3A}:error::x\n\\u{23}#[group]y \\u{23}#vso[z")
    }

    @Test func `is written as JSON writes it within JSON`() {
        #expect(
            "[\"\u{9B}\u{202E}\u{E0041}##[x\"]".visible(.json)
                == "[\"\\u009b\\u202e\\udb40\\udc41\\u0023#[x\"]")
    }
}
