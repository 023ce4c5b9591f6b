import Diagnostics
import Documents
import Platforms

/// An account has no path for something that a change needs.
struct TenexMissing: Error {
    let operation: TenexOperation

    /// The refusal that a plan shows.
    var refusal: Refusal {
        Refusal(
            code: TenexCode.noPath,
            message: "this account has no path for `\(operation.rawValue)`",
            help: "write it under `paths:` of the account, or leave the change out")
    }
}

extension TenexAPI {
    /// A request that a change cannot do without.
    func required(
        _ operation: TenexOperation, _ parameters: [String: Value] = [:], query: Object = [:],
        body: Value? = nil, as shape: TenexShape? = nil
    ) throws(TenexMissing) -> Request {
        let request = request(operation, parameters, query: query, body: body, as: shape)
        guard let request else { throw TenexMissing(operation: operation) }
        return request
    }
}

extension ChangeCalls {
    /// The calls that a body makes, or why they cannot be made.
    mutating func take(_ make: () throws(TenexMissing) -> [Call]) {
        do throws(TenexMissing) {
            calls = try make()
        } catch {
            refusals.append(error.refusal)
        }
    }
}
