import Diagnostics
import Testing

@Suite struct DiagnosticFormatTests {
    private func rendered(_ format: DiagnosticFormat) -> String {
        var sources = Sources()
        let id = sources.add(Source(name: "a,b.yaml", text: "ä: \"x\"\n"))
        var report = Report()
        let span = SourceSpan(source: id, start: 4, end: 7)
        report.add(
            .error(SampleCode.sample, "50%\n\"q\"", at: span, fix: .init(span, replacement: "y")))
        return DiagnosticRenderer(sources: sources, isColored: false).render(report, as: format)
    }

    @Test func `JSON is one sorted object a line`() {
        let place =
            #""column":4,"end":7,"endColumn":7,"endLine":1,"file":"a,b.yaml","line":1,"#
        #expect(
            rendered(.json)
                == #"{"code":"a/b","fix":{\#(place)"replacement":"y","start":4},"labels":[{\#(place)"primary":true,"start":4,"text":""}],"message":"50%\n\"q\"","notes":[],"severity":"error"}"#
                + "\n")
    }

    @Test func `GitHub commands escape what GitHub reads`() {
        #expect(
            rendered(.github)
                == "::error file=a%2Cb.yaml,line=1,endLine=1,col=4,endColumn=7,title=a/b::50%25%0A\"q\"\n"
        )
    }
}
