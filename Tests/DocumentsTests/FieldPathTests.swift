import Documents
import Testing

@Suite struct FieldPathTests {
    @Test func `a path is written with dots and quotes where needed`() {
        let path = FieldPath(["steps", "send_welcome", "New sign-ups", "a\"b"])
        #expect(path.description == #"steps.send_welcome."New sign-ups"."a\"b""#)
        #expect(FieldPath(parsing: path.description) == path)
    }

    @Test(arguments: ["", "a..b", "a.", ".a", "\"a", "\"a\"b"]) func `a malformed path is none`(
        _ text: String
    ) {
        #expect(FieldPath(parsing: text) == nil)
    }

    @Test func `paths know what is inside them and their order`() {
        let steps = FieldPath(["steps"])
        #expect(steps.contains(steps.appending("a")))
        #expect(!steps.appending("a").contains(steps))
        #expect(
            [FieldPath(["b"]), FieldPath(["a", "z"]), FieldPath(["a"])].sorted().map(\.description)
                == ["a", "a.z", "b"])
    }
}
