import Documents
import EmulatedKit
import Platforms
import Reconciling

/// The way of one run to the platforms of its world, with everything that goes wrong on it.
struct ServiceTransport: Transport {
    let service: Service
    let run: Run
    let platform: any Platform
    let token: Secret
    /// The part of the base URL behind the host.
    let root: [String]

    /// Reaches the platforms for an account.
    init(
        _ service: Service, _ run: Run, _ account: Account, _ platform: any Platform,
        _ token: Secret
    ) {
        self.service = service
        self.run = run
        self.platform = platform
        self.token = token
        root = account.url.split(separator: "/").dropFirst(2).map(String.init)
    }

    func send(_ request: WireRequest) async throws(TransportError) -> Answer {
        guard run.reaches() else { throw .notSent("the process is gone") }
        let request = emulated(request)
        guard request.method != "GET" else { return Answer(read(request)) }
        let (index, fault) = run.nextWrite()
        if fault == .kill(.beforeSending) {
            run.die(.beforeSending)
            throw .notSent("the process is gone")
        }
        if let meanwhile = run.meanwhile, meanwhile.write == index { await meanwhile.act() }
        return try write(request, fault)
    }

    private func emulated(_ request: WireRequest) -> EmulatedRequest {
        var headers = request.headers
        for header in token.reveal({ platform.authorization($0) }) {
            headers[header.name.lowercased()] = header.value
        }
        return EmulatedRequest(
            method: request.method.rawValue.uppercased(), path: root + request.path,
            query: request.query.map { (name: $0.name, value: $0.value) }, headers: headers,
            body: request.body ?? [])
    }

    private func read(_ request: EmulatedRequest) -> EmulatedResponse {
        let response = service.answer(request, platform.name, by: .run(run.number))
        let fault = run.readFaults.first { $0.species.isList(request.path) }
        guard let fault, response.status == 200 else { return response }
        run.note("a list \(fault.kind.rawValue)")
        return fault.answer(to: response)
    }

    private func write(
        _ request: EmulatedRequest, _ fault: WriteFault.Kind?
    ) throws(TransportError) -> Answer {
        guard let fault else { return Answer(carryOut(request)) }
        run.note(fault.word)
        switch fault {
        case .refused(let status): return Answer(refuse(request, status))
        case .tooMany(let times, let seconds):
            run.refuse(times: times)
            let headers = seconds.map { [(name: "Retry-After", value: "\($0)")] } ?? []
            return Answer(refuse(request, 429, headers))
        case .failsAfter(let status):
            _ = carryOut(request)
            return Answer(EmulatedResponse(status: status, body: .json(["message": "no"])))
        case .cutBefore:
            _ = refuse(request, 0)
            throw .unknownOutcome("the connection was cut")
        case .cutAfter:
            _ = carryOut(request)
            throw .unknownOutcome("the connection was cut")
        case .late(let seconds):
            service.carryOut(request, platform.name, of: run.number, after: seconds)
            _ = refuse(request, 0)
            throw .unknownOutcome("the connection was cut")
        case .kill(.afterCommit):
            _ = carryOut(request)
            run.die(.afterCommit)
            throw .unknownOutcome("the process is gone")
        case .kill:
            run.doom()
            return Answer(carryOut(request))
        }
    }

    private func carryOut(_ request: EmulatedRequest) -> EmulatedResponse {
        service.answer(request, platform.name, by: .run(run.number))
    }

    private func refuse(
        _ request: EmulatedRequest, _ status: Int, _ headers: [(name: String, value: String)] = []
    ) -> EmulatedResponse {
        service.note(
            Write(run: run.number, method: request.method, path: request.path, status: nil))
        return EmulatedResponse(
            status: status, headers: headers,
            body: .json(["status": .int(Int64(status)), "message": "refused by the test"]))
    }
}

extension Answer {
    /// An answer as a client sees it.
    fileprivate init(_ response: EmulatedResponse) {
        var headers: [String: String] = [:]
        for header in response.headers { headers[header.name.lowercased()] = header.value }
        switch response.body {
        case .none, .events: self.init(status: response.status, headers: headers, body: nil)
        case .json(let value):
            headers["content-type"] = "application/json"
            self.init(status: response.status, headers: headers, body: value)
        case .text(let text):
            self.init(status: response.status, headers: headers, bytes: Array(text.utf8))
        }
    }
}
