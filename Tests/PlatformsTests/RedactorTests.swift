import Documents
import Foundation
import Platforms
import Testing

@Suite struct `A redactor` {
    static let plain = "shop_TOK/z9+8x7w6v5u4"
    static let odd = "brz\"A\\ze/+%41 \u{E9}-9f3a7c1d2e8b"
    static let file = """
        {"type":"service_account","private_key":"-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkq\\n\
        -----END PRIVATE KEY-----\\n"}
        """
    static let secrets = [plain, odd, file]

    private let redactor = Redactor(Self.secrets.map { Secret($0) })

    /// The ways in which a platform may repeat a secret.
    static func forms(_ secret: String) -> [String] {
        let bytes = Data(secret.utf8)
        let encoded = secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let json = Value.text(secret).canonicalJSON
        let ascii = json.unicodeScalars.map { scalar in
            scalar.isASCII ? String(scalar) : "\\u00" + String(scalar.value, radix: 16)
        }.joined()
        let base64 = (0..<3).map { count in
            (Data(repeating: 97, count: count) + bytes).base64EncodedString()
        }
        return [
            secret, json, ascii, Value.text(json).canonicalJSON, encoded,
            encoded.lowercasedEscapes, encoded.replacing("%20", with: "+"),
            Value.text("Bearer " + secret).canonicalJSON,
            bytes.map { String(format: "%02x", $0) }.joined(),
            secret.replacing("&", with: "&amp;").replacing("\"", with: "&quot;"),
        ] + base64 + base64.map { $0.replacing("+", with: "-").replacing("/", with: "_") }
    }

    @Test(arguments: Self.secrets, 0..<16)
    func `hides every form of a secret`(_ secret: String, _ form: Int) {
        let written = Self.forms(secret)[form]
        let shown = redactor.hide("cannot take: \(written) (400)")
        #expect(shown.hasPrefix("cannot take: "))
        #expect(shown.hasSuffix(" (400)"))
        #expect(!Self.shows(shown, secret))
    }

    /// Whether a text shows twelve letters of a secret, or of one of its forms.
    static func shows(_ text: String, _ secret: String) -> Bool {
        let opaque = secret == file ? "MIIEvQIBADANBgkq" : secret
        return forms(opaque).contains { form in
            let letters = Array(form)
            guard letters.count > 12 else { return text.contains(form) }
            return (4..<(letters.count - 12)).contains { start in
                text.contains(String(letters[start..<(start + 12)]))
            }
        }
    }

    @Test func `hides what lacks a letter, and what is broken over lines`() {
        #expect(redactor.hide("got \(Self.plain.dropLast())!") == "got ‹secret›!")
        #expect(redactor.hide("got \(Self.plain.dropFirst())!") == "got ‹secret›!")
        #expect(redactor.hide("got shop_TOK/z9\n   +8x7w6v5u4!") == "got ‹secret›!")
    }

    @Test func `hides the beginning of a secret before a cut, and the end behind one`() {
        #expect(redactor.hide("token shop_T…") == "token ‹secret›…")
        #expect(redactor.hide("token shop_T... no") == "token ‹secret›... no")
        #expect(redactor.hide("token …v5u4") == "token …‹secret›")
        #expect(redactor.hide("token shop_T", isCut: true) == "token ‹secret›")
        #expect(redactor.hide("token shop_T") == "token shop_T")
        #expect(redactor.hide("workshop…") == "workshop…")
    }

    @Test func `hides the longest of secrets that begin alike or overlap`() {
        let redactor = Redactor(
            ["abcdefgh", "abcdefgh12345678", "5678XYZWVUTSRQPO"].map { Secret($0) })
        #expect(redactor.hide("a abcdefgh12345678 b") == "a ‹secret› b")
        #expect(redactor.hide("a abcdefgh12345678XYZWVUTSRQPO b") == "a ‹secret› b")
        #expect(redactor.hide("a abcdefghX b") == "a ‹secret›X b")
    }

    @Test func `hides short secrets as whole words`() {
        let redactor = Redactor(["4711", "ab"].map { Secret($0) })
        #expect(redactor.hide("pin 4711, about 47110 cabs") == "pin ‹secret›, about 47110 cabs")
    }

    @Test func `hides passwords and tokens of URLs`() {
        #expect(
            Redactor([]).hide("see https://u:pass@h.example/x?token=abc&page=2#a.")
                == "see https://u:‹secret›@h.example/x?token=‹secret›&page=2#a.")
        let named = "https://u:${secret.P}@h.example/x?token=‹secret T›"
        #expect(Redactor([]).hide(named) == named)
    }

    @Test func `leaves a value what it is but for texts, keys and numbers that are secret`() {
        let redactor = Redactor(["12345678", "topsecret"].map { Secret($0) })
        let value: Value = [
            "topsecret": ["a topsecret b", 12_345_678, 1, true], "list": [.secret("X")],
        ]
        #expect(
            redactor.hide(value)
                == [
                    "‹secret›": ["a ‹secret› b", "‹secret›", 1, true], "list": [.secret("X")],
                ])
    }

    @Test func `leaves the words of a key file that are no secret`() {
        #expect(redactor.hide("type: service_account") == "type: service_account")
    }

    @Test func `takes time by the length of the text, not by the number of secrets`() {
        let many = Redactor((0..<2000).map { Secret("secret-number-\($0)-0123456789") })
        let text = String(repeating: "a quiet line of a plan with 20% and a \\ \n", count: 2000)
        let time = ContinuousClock().measure { #expect(many.hide(text) == text) }
        #expect(time < .seconds(20))
    }
}

extension String {
    /// The same with the hexadecimal digits of `%C3` in small letters.
    fileprivate var lowercasedEscapes: String {
        var letters = Array(self)
        for index in letters.indices where letters[index] == "%" {
            for place in [index + 1, index + 2] {
                letters[place] = Character(letters[place].lowercased())
            }
        }
        return String(letters)
    }
}
