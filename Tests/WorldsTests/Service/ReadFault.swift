import Documents
import EmulatedKit
import Platforms

/// What is wrong with the lists of one kind while a run goes on.
struct ReadFault: Hashable, Sendable {
    /// How a list is wrong.
    enum Kind: String, CaseIterable, Sendable {
        /// An element is missing.
        case lags
        case answersNothing, answersEmptyObject, answersAnError, answersNull, answersAText
        case isRefused, fails
    }

    var kind: Kind
    var species: Species
    /// The place of the element that is missing.
    var index = 0

    /// The answer in place of the right one.
    func answer(to response: EmulatedResponse) -> EmulatedResponse {
        switch kind {
        case .lags:
            guard case .json(let value) = response.body else { return response }
            return EmulatedResponse(
                status: response.status, headers: response.headers,
                body: .json(value.withoutElement(index)))
        case .answersNothing: return EmulatedResponse(status: 200, body: .none)
        case .answersEmptyObject: return EmulatedResponse(status: 200, body: .json([:]))
        case .answersAnError:
            return EmulatedResponse(status: 200, body: .json(["error": "session expired"]))
        case .answersNull: return EmulatedResponse(status: 200, body: .json(.null))
        case .answersAText: return EmulatedResponse(status: 200, body: .json("ok"))
        case .isRefused:
            return EmulatedResponse(status: 403, body: .json(["message": "refused by the test"]))
        case .fails:
            return EmulatedResponse(status: 500, body: .json(["message": "broken by the test"]))
        }
    }
}

extension Value {
    /// A copy whose list, bare or in an envelope, lacks one element.
    fileprivate func withoutElement(_ index: Int) -> Value {
        switch self {
        case .list(var list):
            guard !list.isEmpty else { return self }
            list.remove(at: index % list.count)
            return .list(list)
        case .object(let object):
            return .object(
                Object(
                    members: object.map { member in
                        member.value.list == nil
                            ? member : .init(member.key, member.value.withoutElement(index))
                    }))
        default: return self
        }
    }
}
