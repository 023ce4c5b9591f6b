import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

extension TransportError {
    /// What TLS says of a certificate that is not taken, whatever is wrong with it.
    static let untrusted =
        "its certificate is expired, or this machine does not trust who issued it"

    /// Tells what cannot have been carried out from what can; what is not known is taken for sent.
    init(_ error: any Error) {
        switch error {
        case let error as HTTPClientError:
            let words = error.shortDescription
            self = error.isBeforeSending ? .notSent(words) : .unknownOutcome(words)
        case let error as NIOConnectionError: self = .notSent(error.words)
        case let error as IOError:
            self = error.isRefusal ? .notSent(error.words) : .unknownOutcome(error.words)
        case HTTPParserError.headerOverflow:
            self = .unknownOutcome("its headers are too long")
        case HTTPParserError.invalidEOFState:
            self = .unknownOutcome("the connection was cut off")
        case is HTTPParserError: self = .notHTTP("the answer is not HTTP")
        case NIOSSLError.handshakeFailed(let reason): self = .notSent(reason.handshakeWords)
        case let error as NIOSSLExtraError where error.isOfName:
            self = .notSent("its certificate is not for this host")
        case NIOSSLError.uncleanShutdown: self = .unknownOutcome("the connection was cut off")
        default: self = .unknownOutcome("\(error)")
        }
    }
}

extension HTTPClientError {
    fileprivate var isBeforeSending: Bool {
        let early: [HTTPClientError] = [
            .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath, .connectTimeout,
            .tlsHandshakeTimeout, .getConnectionFromPoolTimeout, .alreadyShutdown,
            .invalidProxyResponse, .proxyAuthenticationRequired, .httpProxyHandshakeTimeout,
            .socksHandshakeTimeout,
        ]
        return early.contains(self) || description.contains("unsupportedScheme")
    }
}

extension NIOConnectionError {
    fileprivate var words: String {
        guard let first = connectionErrors.first?.error else {
            return "the host `\(host)` is not known"
        }
        return (first as? IOError)?.words ?? "\(first)"
    }
}

extension IOError {
    fileprivate var isRefusal: Bool { errnoCode == ECONNREFUSED }

    fileprivate var words: String {
        switch errnoCode {
        case ECONNREFUSED: "the connection was refused"
        case ECONNRESET, EPIPE: "the connection was reset"
        default: description
        }
    }
}

extension BoringSSLError {
    /// Why no TLS connection came about, from the names that BoringSSL gives its reasons.
    fileprivate var handshakeWords: String {
        let words = "\(self)"
        if words.contains("CERTIFICATE_VERIFY_FAILED") {
            return TransportError.untrusted
        }
        if words.contains("WRONG_VERSION_NUMBER") { return "it does not speak TLS" }
        if words.contains("EOF during handshake") { return "it broke off the TLS handshake" }
        return "the TLS handshake failed: \(words)"
    }
}

extension NIOSSLExtraError {
    fileprivate var isOfName: Bool {
        [.failedToValidateHostname, .serverHostnameImpossibleToMatch].contains(self)
    }
}
