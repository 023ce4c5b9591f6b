import Diagnostics
import Testing

@Suite struct SourcePositionTests {
    @Test func `places are counted in lines and characters`() {
        let source = Source(name: "a", text: "ab\r\nçd\re\n")
        #expect(source.position(ofByte: 0).description == "1:1")
        #expect(source.position(ofByte: 4).description == "2:1")
        #expect(source.position(ofByte: 6).description == "2:2")
        #expect(source.position(ofByte: 8).description == "3:1")
        #expect(source.position(ofByte: 99).description == "4:1")
    }

    @Test func `a byte order mark is not a character`() {
        #expect(Source(name: "a", text: "\u{FEFF}x: 1").position(ofByte: 3).description == "1:1")
    }
}
