import CheckFixtures
import Diagnostics
import Documents
import FoundationEssentials
import Platforms
import Testing

/// One field of every type that a description can have.
private struct EveryType: Described {
    var text = Written<String>()
    var bool = Written<Bool>()
    var int = Written<Int64>()
    var double = Written<Double>()
    var duration = Written<Nanoseconds>()
    var timestamp = Written<Timestamp>()
    var word = Written<SampleType>()
    var reference = Written<String>()
    var references = Written<[ReferenceText]>()
    var any = Written<Value>()
    var texts = Written<[String]>()
    var object = Written<SampleBranch>()
    var list = Written<[SampleBranch]>()
    var map = Written<Object>()
    var secret = Written<String>()
    var set = Written<String>()

    mutating func describe(_ fields: inout some FieldVisitor) {
        let job = KindName("sample", "job")
        fields.field("text", &text, "A text.")
        fields.field("bool", &bool, "A boolean.")
        fields.field("int", &int, "A whole number.")
        fields.field("double", &double, "A number.")
        fields.field("duration", &duration, "A duration.")
        fields.field("timestamp", &timestamp, "A time.")
        fields.field("word", &word, "A word.")
        fields.reference("reference", &reference, to: job, plain: .liveID, "A job.", .none)
        fields.references("references", &references, to: job, plain: .liveID, "Jobs.", .none)
        fields.field("any", &any, "Anything.")
        fields.field("texts", &texts, "Texts.")
        fields.object("object", &object, "An object.", .none)
        fields.list("list", &list, key: "next", "Objects.", .none)
        fields.map("map", &map, "A map.", .none)
        fields.field("secret", &secret, "A secret.", .with { $0.isSecret = true })
        fields.field("set", &set, "Set by the platform.", .readOnly)
    }
}

@Suite struct `Types of fields` {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/types").path
    private static let names = CheckFixture.names(in: folder)

    @Test(arguments: names) func `a file is reported exactly as its carets say`(
        _ name: String
    ) throws {
        let text = try CheckFixture.text(of: name, in: Self.folder)
        var report = Report()
        let documents = DocumentParser.parse(
            Array(text.utf8), source: SourceID(0), into: &report)
        for document in documents {
            _ = NodeDecoder.decode(
                EveryType.self, Sample.withExpressions(document.root), area: "sample",
                into: &report)
        }
        let source = Source(name: name + ".yaml", text: text)
        let differences = CheckFixture(text).differences(from: report, in: source)
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    }

    @Test func `every type has a file`() {
        let fields = ShapeBuilder.shape(of: EveryType.self).fields.map(\.name)
        #expect(Set(fields) == Set(Self.names))
    }
}
