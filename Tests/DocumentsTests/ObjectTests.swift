import Documents
import Testing

@Suite struct `Objects` {
    @Test(arguments: [3, 24, 25, 100])
    func `members are sorted and a repeated key keeps its last value`(count: Int) {
        let pairs = (0..<count).map { number in
            ("key \((number * 7) % count)", Value.int(Int64(number)))
        }
        let object = Object(pairs + [("key 0", .text("last"))])
        #expect(object.keys == (0..<count).map { "key \($0)" }.sorted())
        #expect(object["key 0"] == .text("last"))
        #expect(object["key 1"] == pairs.first { $0.0 == "key 1" }?.1)
    }
}
