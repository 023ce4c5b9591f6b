import Documents
public import Platforms

extension Answer {
    /// Takes an answer apart: its body as JSON, or its beginning as text where it is none.
    ///
    /// Of a page for a browser there is no text but what it is: its beginning tells nobody anything.
    public init(status: Int, headers: [String: String], bytes: [UInt8]) {
        guard !bytes.isEmpty else {
            self.init(status: status, headers: headers, body: nil)
            return
        }
        if let value = try? JSON.parse(bytes) {
            self.init(status: status, headers: headers, body: value)
        } else {
            let beginning = String(decoding: bytes.prefix(Answer.longestRead), as: UTF8.self)
            self.init(status: status, headers: headers, body: nil, text: beginning)
            let isPage = beginning.first { !$0.isWhitespace } == "<"
            if isPage { text = "a page, \(mediaType.isEmpty ? "text/html" : mediaType)" }
        }
    }

    private static let longestRead = 4096
    private static let longestShown = 200

    /// The same with a text that may be shown: secrets are hidden before it is cut.
    func hiding(_ redactor: Redactor) -> Answer {
        guard !text.isEmpty else { return self }
        var copy = self
        let hidden = redactor.hide(text, isCut: text.utf8.count >= Answer.longestRead - 3)
        copy.text = String(hidden.prefix(Answer.longestShown))
        return copy
    }
}
