public import Documents
import Platforms

/// Compares what an account speaks with what a service says about itself.
///
/// Pure: it takes an OpenAPI document that somebody has read, and sends nothing.
public struct TenexDoctor {
    let api: TenexAPI
    let document: TenexDocument

    /// Compares a table with a document.
    public init(_ api: TenexAPI, with document: Value) {
        self.api = api
        self.document = TenexDocument(document)
    }

    /// Whether the document has paths at all.
    public var isDocument: Bool { !document.paths.isEmpty }

    /// What was found of every operation, then of every shape.
    public func findings() -> [TenexFinding] {
        TenexOperation.allCases.map(finding) + fieldFindings()
    }

    private func finding(_ operation: TenexOperation) -> TenexFinding {
        let name = operation.rawValue
        guard let endpoint = api.endpoint(operation) else {
            return TenexFinding(
                subject: name, state: .note, finding: "the account says that there is none")
        }
        let written = Self.text(endpoint)
        guard let path = document.path(TenexDocument.form(endpoint.path)) else {
            return missing(operation, endpoint)
        }
        if path.methods[endpoint.method.rawValue] != nil {
            return TenexFinding(subject: name, state: .ok, finding: written)
        }
        let others = free(path, for: operation)
        let methods = others.map { "`\($0.uppercased())`" }.joined(separator: ", ")
        return TenexFinding(
            subject: name, state: .wrong,
            finding: "the service has \(endpoint.path), but not with "
                + endpoint.method.rawValue.uppercased(),
            help: others.isEmpty ? nil : "it has \(methods) there",
            corrections: others.count == 1
                ? [TenexCorrection(keys: ["methods", name], value: others[0].uppercased())] : [])
    }

    static func text(_ endpoint: Endpoint) -> String {
        "\(endpoint.method.rawValue.uppercased()) \(endpoint.path)"
    }

    /// The methods of a path that no other operation has and that could be this one's.
    private func free(_ path: TenexDocument.Path, for operation: TenexOperation) -> [String] {
        let taken = TenexOperation.allCases.filter { $0 != operation }.compactMap(api.endpoint)
            .filter { TenexDocument.form($0.path) == path.form }.map(\.method.rawValue)
        let isRead = operation.standard.method == .get
        return Request.Method.allCases.map(\.rawValue).filter { method in
            path.methods[method] != nil && !taken.contains(method) && (method == "get") == isRead
                && (method == "delete") == (operation.standard.method == .delete)
        }
    }

    // Paths that are not there

    private func missing(
        _ operation: TenexOperation, _ endpoint: Endpoint
    ) -> TenexFinding {
        let finding = "the service has no \(endpoint.path)"
        if let found = spelling(of: operation) {
            return TenexFinding(
                subject: operation.rawValue, state: .wrong, finding: finding,
                help: found == operation.standard
                    ? "it has the standard \(Self.text(found)): take the entry away"
                    : "it has \(Self.text(found))",
                corrections: corrections(operation, found))
        }
        let near = nearest(to: endpoint).map { "`\($0)`" }
        return TenexFinding(
            subject: operation.rawValue, state: .wrong, finding: finding,
            help: near.isEmpty
                ? "nothing in the document resembles it; `\(operation.rawValue): null` says so"
                : "near it are \(near.joined(separator: ", "))")
    }

    /// The first that the service has of the standard endpoint and the likely spellings.
    private func spelling(of operation: TenexOperation) -> Endpoint? {
        for candidate in [operation.standard] + operation.spellings {
            guard let path = document.path(TenexDocument.form(candidate.path)),
                path.methods[candidate.method.rawValue] != nil
            else { continue }
            return candidate
        }
        return nil
    }

    private func corrections(
        _ operation: TenexOperation, _ found: Endpoint
    ) -> [TenexCorrection] {
        // An entry's path has the parameters of the operation; other ones cannot be filled in.
        guard found.parameters == operation.standard.parameters else { return [] }
        let name = operation.rawValue
        var corrections = [TenexCorrection(keys: ["paths", name], value: found.path)]
        if found.method != operation.standard.method {
            let method = found.method.rawValue.uppercased()
            corrections.append(TenexCorrection(keys: ["methods", name], value: method))
        }
        return corrections
    }

    /// At most three endpoints of the same method that share the most words with one.
    private func nearest(to endpoint: Endpoint) -> [String] {
        let wanted = Self.words(endpoint.path)
        let scored = document.paths.filter { $0.methods[endpoint.method.rawValue] != nil }
            .map { path -> (score: Int, text: String) in
                let words = Self.words(path.text)
                let shared = words.intersection(wanted).count
                let extra = words.symmetricDifference(wanted).count
                let parameters = abs(path.parameterCount - endpoint.parameters.count)
                return (shared == 0 ? -1 : shared * 2 - extra - parameters, path.text)
            }
        let best = scored.filter { $0.score >= 0 }
            .sorted { ($1.score, $0.text) < ($0.score, $1.text) }
        return best.prefix(3).map { "\(endpoint.method.rawValue.uppercased()) \($0.text)" }
    }

    /// The words of a path, without what every path has.
    private static func words(_ path: String) -> Set<String> {
        let words = path.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return Set(words.map { $0.hasSuffix("s") ? String($0.dropLast()) : $0 })
            .subtracting(["api", "v1", "flow", "id"])
    }
}
