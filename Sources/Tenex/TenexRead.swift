import Documents
import Platforms

/// What a read of 10ex asks for.
enum TenexRead: ReadSubject {
    case workflows
    /// One workflow, and then its versions where the files want those before it archived.
    case workflow(archives: Bool)
    /// The versions of a workflow that was read.
    case versions(of: Value)
    case triggers
    case catalogue(TenexCatalogue.List)

    /// The read of a list; nil where the account has no path for it.
    func list(
        _ operation: TenexOperation, _ purpose: String, _ api: TenexAPI,
        of parameters: [String: Value] = [:], query: Object = [:]
    ) -> Read? {
        api.request(operation, parameters, query: query).map { request in
            let promise = name(api).map { PromisedAnswer.list(of: $0) } ?? .content
            return Read(request, self, expects: promise, purpose: purpose)
        }
    }

    /// The read of the one that has an id; nil where the account has no path for it.
    func one(
        _ operation: TenexOperation, _ parameter: String, _ id: Value, _ purpose: String,
        _ api: TenexAPI
    ) -> Read? {
        api.request(operation, [parameter: id]).map { request in
            let promise = name(api).map { PromisedAnswer.object(with: $0, being: id) } ?? .content
            return Read(request, self, expects: promise, purpose: purpose)
        }
    }

    /// What tells the objects apart, as the service calls it; nil where it has no name for it.
    private func name(_ api: TenexAPI) -> String? {
        switch self {
        case .workflows, .workflow: api.name("id", of: .workflow)
        case .versions: api.name("version", of: .version)
        case .triggers: api.name("id", of: .trigger)
        case .catalogue(let list): api.name(list.id, of: list.shape)
        }
    }
}
