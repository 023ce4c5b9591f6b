import Platforms

extension TenexAPI {
    /// The table of paths, methods and field names, made of what the program uses.
    public static var text: String {
        let operations = TenexOperation.allCases.map { operation in
            let endpoint = operation.standard
            return "  \(operation.rawValue): \(endpoint.method.rawValue.uppercased()) "
                + endpoint.path
        }
        let shapes = TenexShape.allCases.map { shape in
            "  \(shape.rawValue): \(shape.fields.joined(separator: ", "))"
        }
        return """
            10ex documents no path of its flows, so the table below is an assumption. An account \
            in weir.yaml corrects it under `paths`, `methods` and `fields` (null: the service has \
            no such path or field), and `weir tenex doctor` compares it with the service:

              accounts:
                tenex:
                  paths: { list_runs: /api/v1/flows/all-runs, stream_run: null }
                  methods: { replace_graph: PATCH }
                  fields: { Workflow: { status: state }, Graph: { base_version: null } }

            paths and methods:
            \(operations.joined(separator: "\n"))

            fields, by shape:
            \(shapes.joined(separator: "\n"))
            """
    }
}
