public import Documents
public import Platforms

/// A request with everything known: what a transport sends.
public struct WireRequest: Sendable, Hashable {
    /// A name and value of the query.
    public struct Parameter: Sendable, Hashable {
        /// The name, not encoded.
        public var name: String
        /// The value, not encoded.
        public var value: String

        /// Pairs a name with a value.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The method.
    public var method: Request.Method
    /// The parts of the path, not encoded.
    public var path: [String]
    /// The query, in order.
    public var query: [Parameter]
    /// The headers beyond those of the account.
    public var headers: [String: String]
    /// The JSON body.
    public var body: [UInt8]?
    /// The body with its secrets masked, for traces and the journal.
    public var shown: Value?

    /// Describes a request.
    public init(
        _ method: Request.Method, _ path: [String], query: [Parameter] = [],
        headers: [String: String] = [:], body: [UInt8]? = nil, shown: Value? = nil
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.shown = shown
    }

    /// The encoded path and query, `/v2/flow/a%20b?state=draft`.
    public var target: String {
        let path = path.map { "/" + PercentEncoding.encode($0) }.joined()
        let query = query.map {
            PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value)
        }.joined(separator: "&")
        return (path.isEmpty ? "/" : path) + (query.isEmpty ? "" : "?" + query)
    }

    /// The method and target, `POST /v2/flow`.
    public var line: String { "\(method.rawValue.uppercased()) \(target)" }

    /// The request in short, as the journal keeps it: enough to know it again.
    func journaled(_ redactor: Redactor) -> Value {
        [
            "line": .text(redactor.hide(line)), "bytes": .int(Int64(body?.count ?? 0)),
            "sum": .int(shown.map { Checksum.of($0.canonicalBytes) } ?? 0),
        ]
    }
}

/// Tells bodies apart that are equally long; nothing relies on it against an attacker.
enum Checksum {
    /// The 64 bits of FNV-1a.
    static func of(_ bytes: [UInt8]) -> Int64 {
        let sum = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { sum, byte in
            (sum ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return Int64(bitPattern: sum)
    }
}

/// Percent-encoding of single path parts and query values.
enum PercentEncoding {
    /// Keeps what RFC 3986 calls unreserved and encodes every other byte.
    static func encode(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: "~"): bytes.append(byte)
            case _ where byte.isNameByte: bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
