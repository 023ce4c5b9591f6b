import Diagnostics
import Platforms
import Projects

extension Sources {
    /// A copy in which nobody sees what stands where a secret should be named, and no value of a
    /// document that holds credentials.
    func hiding(_ report: Report) -> Sources {
        guard report.diagnostics.contains(where: { $0.primary != nil }) else { return self }
        let lines = CredentialLines(Catalog.kinds)
        let spans = report.diagnostics.filter {
            FieldCode.literalSecret.matches($0.code) || $0.code == ProjectCode.literalSecret.text
        }
        .compactMap { $0.primary?.span }
        let shown = Set(
            report.diagnostics.flatMap { [$0.primary].compactMap(\.self) + $0.secondary }
                .map(\.span.source))
        var hidden = Sources()
        for index in 0..<count {
            let id = SourceID(UInt32(index))
            let source = self[id]
            guard shown.contains(id) else {
                _ = hidden.add(source)
                continue
            }
            let masked = Source(name: source.name, bytes: lines.masked(source.bytes))
            _ = hidden.add(masked.hiding(spans.filter { $0.source == id }))
        }
        return hidden
    }
}

extension Source {
    fileprivate func hiding(_ spans: [SourceSpan]) -> Source {
        guard !spans.isEmpty else { return self }
        var bytes = bytes
        for span in spans {
            for index in Int(span.start)..<min(Int(span.end), bytes.count)
            where bytes[index] != UInt8(ascii: "\n") {
                bytes[index] = UInt8(ascii: "*")
            }
        }
        return Source(name: name, bytes: bytes)
    }
}
