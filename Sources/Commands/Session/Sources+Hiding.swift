import Diagnostics
import Platforms

extension Sources {
    /// A copy in which nobody sees what stands where a secret should be named.
    func hiding(_ report: Report) -> Sources {
        let spans = report.diagnostics.filter { FieldCode.literalSecret.matches($0.code) }
            .compactMap { $0.primary?.span }
        guard !spans.isEmpty else { return self }
        var hidden = Sources()
        for index in 0..<count {
            let id = SourceID(UInt32(index))
            _ = hidden.add(self[id].hiding(spans.filter { $0.source == id }))
        }
        return hidden
    }
}

extension Source {
    fileprivate func hiding(_ spans: [SourceSpan]) -> Source {
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
