import Documents
import Testing

@testable import Frontline
@testable import Platforms

@Suite struct `Capture paths` {
    private static let body: Value = [
        "data": ["items": [["id": 42, "price": 9.99]], "total": 1],
        "none": .null, "ok": true, "full name": "Ada", "text": "plain",
    ]

    @Test(arguments: [
        ("data.total", "1"), ("data.items[0].id", "42"), ("data.items[0].price", "9.99"),
    ])
    func `the table of the customer's document holds`(path: String, captured: String) throws {
        #expect(try CapturePath(parsing: path).capture(from: Self.body) == captured)
    }

    @Test(arguments: [
        ("data.items.0.id", "42"), (".data.total", "1"), ("ok", "true"), ("text", "plain"),
        ("data.items", #"[{"id":42,"price":9.99}]"#), ("full name", "Ada"),
        ("data[items][0]", #"{"id":42,"price":9.99}"#), ("[data].total", "1"),
    ])
    func `indices, leading dots and whole parts are taken`(path: String, captured: String) throws {
        #expect(try CapturePath(parsing: path).capture(from: Self.body) == captured)
    }

    @Test(arguments: ["data.none", "none", "none.more", "data.items[1].id", "data.total.more"])
    func `what is missing or null leaves the variable unset`(path: String) throws {
        #expect(try CapturePath(parsing: path).capture(from: Self.body) == nil)
    }

    @Test func `the empty path is the whole body`() throws {
        let path = try CapturePath(parsing: "")
        #expect(path.capture(from: ["a": 1]) == #"{"a":1}"#)
        #expect(path.capture(from: "text") == "text")
        #expect(path.capture(from: .null) == nil)
    }

    @Test(arguments: [
        ("$.data", "a path has no `$`: it begins with a name"),
        ("data.*.id", "a path has no wildcards"), ("data[*].id", "a path has no wildcards"),
        ("data[?(@.id)]", "a path has no filters"),
        ("data..id", "a name must stand before and after each `.`"),
        ("data.", "a name must stand before and after each `.`"),
        (".", "a name must stand before and after each `.`"),
        ("data[0", "a `[` must be closed"), ("data]", "a `]` must close a `[`"),
        ("data[0]id", "a `.` or `[` must follow `]`"),
        ("data[\"id\"]", "an index such as `[0]` must stand in brackets"),
        ("data[-1]", "an index such as `[0]` must stand in brackets"),
        ("data[]", "an index such as `[0]` must stand in brackets"),
    ])
    func `what is no path says why`(path: String, rule: String) {
        #expect(throws: CapturePath.Mistake(rule: rule)) { _ = try CapturePath(parsing: path) }
    }
}
