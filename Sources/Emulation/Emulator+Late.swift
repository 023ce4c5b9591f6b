import Documents
import EmulatedKit
import Platforms

/// A request whose client was cut off, and which is carried out all the same.
struct EmulatorLateRequest: Sendable {
    let request: EmulatedRequest
    let path: String
    /// When it is carried out.
    let due: EmulatedTime
}

extension Emulator {
    /// Keeps a request to be carried out later.
    func delay(_ request: EmulatedRequest, _ path: String, milliseconds: Int64) {
        let due = EmulatedTime(milliseconds: now.milliseconds + milliseconds)
        late.append(EmulatorLateRequest(request: request, path: path, due: due))
        noteChange()
    }

    /// Carries out the late requests that are due by now.
    func carryOutLate() {
        let due = late.filter { $0.due <= now }
        late.removeAll { $0.due <= now }
        for one in due { _ = carryOut(one.request, one.path) }
    }

    /// Answers with a list that leaves one element out; what has no such element is whole.
    func dropping(_ fault: EmulatorFault, from response: EmulatedResponse) -> EmulatedResponse {
        guard case .json(let value) = response.body, let id = fault.id,
            let short = value.dropping(id)
        else { return response }
        if let index = faults.firstIndex(where: { $0.kind == .drop && $0.id == id }) {
            faults[index].count -= 1
            if faults[index].count < 1 { faults.remove(at: index) }
        }
        return EmulatedResponse(
            status: response.status, headers: response.headers, body: .json(short))
    }
}

extension Value {
    /// A list, in whatever envelope, without the element of an id; nil where there is none.
    fileprivate func dropping(_ id: String) -> Value? {
        if let list {
            let rest = list.filter { element in
                !(element.object ?? [:]).contains {
                    ["id", "id_there"].contains($0.key) && $0.value.idText == id
                }
            }
            return rest.count == list.count ? nil : .list(rest)
        }
        guard var object else { return nil }
        for key in ["data", "results", "items"] {
            guard let short = object[key]?.dropping(id) else { continue }
            object[key] = short
            return .object(object)
        }
        return nil
    }
}
