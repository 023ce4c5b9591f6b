import Diagnostics
import Testing

@Suite struct `Columns on a terminal` {
    private static let jobs = ColumnLayout(
        ["ID", "NAME", "STATUS", "MANAGED BY"],
        rows: [
            [
                "8b401a700035c6c68848ad2b33f152db", "Newsletter, long subject", "running",
                "lytics/job/newsletter_long",
            ],
            ["f803282f977e8d73a39588710740a00b", "新規登録者へのウェルカム", "paused", ""],
        ], ids: [0])

    private func text(_ width: Int) -> String {
        Self.jobs.lines(width: width).joined(separator: "\n")
    }

    @Test func `are whole where they fit`() {
        #expect(
            text(120) == """
                ID                                NAME                      STATUS   MANAGED BY
                8b401a700035c6c68848ad2b33f152db  Newsletter, long subject  running  lytics/job/newsletter_long
                f803282f977e8d73a39588710740a00b  新規登録者へのウェルカム  paused
                """)
    }

    @Test func `cut ids before anything else`() {
        #expect(
            text(80) == """
                ID                 NAME                      STATUS   MANAGED BY
                8b401a700035c6c6…  Newsletter, long subject  running  lytics/job/newsletter_long
                f803282f977e8d73…  新規登録者へのウェルカム  paused
                """)
    }

    @Test func `wrap names within their column`() {
        #expect(
            text(60) == """
                ID        NAME                 STATUS   MANAGED BY
                8b401a7…  Newsletter, long     running  lytics/job/
                          subject                       newsletter_long
                f803282…  新規登録者へのウェ   paused
                          ルカム
                """)
    }

    @Test func `leave ids out before a name would be cut`() {
        #expect(
            text(40) == """
                NAME            STATUS   MANAGED BY
                Newsletter,     running  lytics/job/
                long subject             newsletter_long
                新規登録者への  paused
                ウェルカム
                """)
    }

    @Test func `become a paragraph a row where nothing else fits`() {
        #expect(
            text(30) == """
                ID          8b401a700035c6c68…
                NAME        Newsletter, long
                            subject
                STATUS      running
                MANAGED BY  lytics/job/
                            newsletter_long

                ID          f803282f977e8d73a…
                NAME        新規登録者へのウェ
                            ルカム
                STATUS      paused
                """)
    }

    @Test func `never cut a name or state and keep within the width`() {
        // The widest word has 15 columns, beside titles of 10.
        for width in 27...130 {
            let lines = Self.jobs.lines(width: width)
            #expect(lines.allSatisfy { $0.displayWidth <= width }, "\(width)")
            let shown = lines.joined(separator: " ")
            for word in ["Newsletter,", "long", "subject", "running", "paused", "newsletter_long"] {
                #expect(shown.contains(word), "\(word) at \(width)")
            }
        }
    }

    @Test func `wrap titles too, and show them where there is no row`() {
        let wide = ColumnLayout(["TARGET HANDLE", "STATE"], rows: [["in", "on"]])
        #expect(wide.lines(width: 16) == ["TARGET     STATE", "HANDLE", "in         on"])
        let empty = ColumnLayout(["ONE LONG TITLE", "ANOTHER TITLE"], rows: [])
        #expect(empty.lines(width: 10).joined(separator: " ").contains("ANOTHER"))
    }
}
