import Documents
import Testing

@testable import Commands

@Suite struct TableTests {
    private let table = Table(
        ["id", "name"], rows: [["1", "Welcome series"], ["2", "A very long name\tindeed, it is"]])

    @Test func `programs get tabs and no titles`() {
        #expect(
            table.text(TextStyle())
                == "1\tWelcome series\n2\tA very long name indeed, it is\n")
    }

    @Test func `a terminal gets aligned columns that fit`() {
        let lines = table.text(TextStyle(width: 20)).split(separator: "\n")
        #expect(lines[0] == "ID  NAME")
        #expect(lines[1] == "1   Welcome series")
        #expect(lines[2] == "2   A very long name")
        #expect(lines[3] == "    indeed, it is")
        #expect(lines.allSatisfy { $0.count <= 20 })
    }

    @Test func `ids are cut for people and whole for programs`() {
        var table = Table(["key", "name"], rows: [["0123456789abcdefghij", "Welcome series"]])
        table.ids = ["key"]
        #expect(table.text(TextStyle(width: 30)).contains("0123456789abc…  Welcome series\n"))
        #expect(table.text(TextStyle()) == "0123456789abcdefghij\tWelcome series\n")
        #expect(table.text(TextStyle(width: .max)).contains("0123456789abcdefghij  Welcome"))
    }

    @Test func `a table is a list of objects as data`() {
        #expect(table.json.list?[0]["name"] == "Welcome series")
    }
}
