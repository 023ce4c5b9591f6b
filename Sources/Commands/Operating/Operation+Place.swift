import Foundation
import Platforms
import Projects

/// Where a command acts, in words.
extension Operation {
    /// Environment, account and host: `production · lytics 56121 at api.lytics.io`.
    var place: String {
        let account = [account.name, account.identity, "at", host].compactMap(\.self)
        return (environments + [account.joined(separator: " ")]).joined(separator: " · ")
    }

    /// The same as messages name it: `production (lytics 56121)`.
    var shortPlace: String {
        let account = [account.name, account.identity].compactMap(\.self).joined(separator: " ")
        return environments.first.map { "\($0) (\(account))" } ?? account
    }

    /// What questions name: the environment, or the account where there is no project.
    var target: String { environments.first ?? account.name }

    private var environments: [String] { project.isWritten ? [project.environment] : [] }

    private var host: String {
        guard let url = URLComponents(string: account.url), let host = url.host else {
            return account.url
        }
        return url.port.map { "\(host):\($0)" } ?? host
    }
}
