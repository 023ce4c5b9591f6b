import Foundation
import NIOCore
import NIOPosix
import NIOSSL

/// Finds out why a server's certificate is not taken: TLS itself does not say.
///
/// It shakes hands once more, looks at the certificate and hangs up; no request is ever sent.
struct CertificateProbe: Sendable {
    private let host: String
    private let port: Int

    /// Looks at the server of a base URL; nil where it does not speak TLS.
    init?(_ url: String) {
        guard let components = URLComponents(string: url), components.scheme == "https",
            let host = components.host
        else { return nil }
        self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        port = components.port ?? 443
    }

    /// Why the certificate is not taken, in words; nil where that cannot be found out.
    func words(now: Date = Date()) async -> String? {
        guard let certificate = await certificate() else { return nil }
        let (begin, end) = (
            Date(timeIntervalSince1970: TimeInterval(certificate.notValidBefore)),
            Date(timeIntervalSince1970: TimeInterval(certificate.notValidAfter))
        )
        if end < now { return "its certificate expired on \(Self.day(end))" }
        if begin > now { return "its certificate is not valid before \(Self.day(begin))" }
        let der = try? certificate.toDERBytes()
        guard let issuer = der.flatMap({ CertificateIssuer.name(in: $0) }) else { return nil }
        return "this machine does not trust `\(issuer)`, who issued its certificate"
    }

    private static func day(_ date: Date) -> String {
        date.formatted(.iso8601.year().month().day())
    }

    private func certificate() async -> NIOSSLCertificate? {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let shown = loop.makePromise(of: NIOSSLCertificate?.self)
        loop.scheduleTask(in: .seconds(5)) { shown.succeed(nil) }
        do {
            let context = try NIOSSLContext(configuration: .makeClientConfiguration())
            let channel = try await bootstrap(loop, context, shown).connect(host: host, port: port)
                .get()
            let certificate = try await shown.futureResult.get()
            try? await channel.close()
            return certificate
        } catch {
            shown.succeed(nil)
            return nil
        }
    }

    private func bootstrap(
        _ loop: any EventLoop, _ context: NIOSSLContext,
        _ shown: EventLoopPromise<NIOSSLCertificate?>
    ) -> ClientBootstrap {
        let name = host.contains { !$0.isNumber && $0 != "." } && !host.contains(":") ? host : nil
        return ClientBootstrap(group: loop).connectTimeout(.seconds(5)).channelInitializer {
            channel in
            channel.eventLoop.makeCompletedFuture {
                let handler = try NIOSSLClientHandler(
                    context: context, serverHostname: name,
                    customVerificationCallback: { certificates, verdict in
                        shown.succeed(certificates.first)
                        verdict.succeed(.failed)
                    })
                try channel.pipeline.syncOperations.addHandler(handler)
            }
        }
    }
}
