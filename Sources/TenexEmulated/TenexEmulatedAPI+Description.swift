import Documents
import EmulatedKit
import Platforms
import Tenex

extension TenexEmulatedAPI {
    /// The API's own description, made from the table.
    var description: Value {
        var paths: Object = [:]
        for operation in TenexOperation.allCases {
            guard let endpoint = api.endpoint(operation) else { continue }
            var methods = paths[endpoint.path]?.object ?? [:]
            methods[endpoint.method.rawValue] = described(operation, endpoint)
            paths[endpoint.path] = .object(methods)
        }
        let schemas = TenexShape.allCases.filter { $0 != .query }.map { shape in
            (shape.rawValue, schema(of: shape))
        }
        return [
            "openapi": "3.1.0", "info": ["title": "10ex API", "version": "1.0.0"],
            "paths": .object(paths), "components": ["schemas": .object(Object(schemas))],
        ]
    }

    private func described(_ operation: TenexOperation, _ endpoint: Endpoint) -> Value {
        let places = endpoint.parameters.map { parameter($0, in: "path", isRequired: true) }
        let names = operation.filters.compactMap { api.name($0, of: .query) }
        let pages = operation.isList ? ["limit", "cursor"] : []
        let filters = (names + pages).map { parameter($0, in: "query", isRequired: false) }
        var described: Object = [
            "operationId": .text(operation.rawValue), "parameters": .list(places + filters),
        ]
        if let body = operation.takes {
            described["requestBody"] = ["required": true, "content": Self.json(reference(body))]
        }
        var answer: Object = ["description": "Successful Response"]
        if operation == .streamRun {
            answer["content"] = ["text/event-stream": [:]]
        } else if let gives = operation.gives {
            let one = reference(gives)
            answer["content"] = Self.json(operation.isList ? Self.page(of: one) : one)
        }
        described["responses"] = [
            operation.status: .object(answer), "422": ["description": "Validation Error"],
        ]
        return .object(described)
    }

    private func parameter(_ name: String, in place: Value, isRequired: Bool) -> Value {
        [
            "name": .text(name), "in": place, "required": .bool(isRequired),
            "schema": ["type": name == "limit" || name == "version" ? "integer" : "string"],
        ]
    }

    /// A shape by the names that its fields have here; those that it has not are left out.
    private func schema(of shape: TenexShape) -> Value {
        let fields = shape.fields.compactMap { field in
            api.name(field, of: shape).map { ($0, self.type(of: field, in: shape)) }
        }
        return [
            "type": "object", "title": .text(shape.rawValue),
            "properties": .object(Object(fields)),
        ]
    }

    private func type(of field: String, in shape: TenexShape) -> Value {
        if shape == .step, field == "config" {
            let configs: [TenexShape] = [.agentConfig, .connectorConfig, .waitConfig]
            return ["anyOf": .list(configs.map(reference) + [["type": "object"]])]
        }
        let isList = shape.lists.contains(field)
        if let nested = shape.nested(field, type: nil) {
            return isList ? ["type": "array", "items": reference(nested)] : reference(nested)
        }
        if isList { return ["type": "array", "items": ["type": "string"]] }
        return shape.scalar(field).map { ["type": .text($0)] } ?? [:]
    }

    private func reference(_ shape: TenexShape) -> Value {
        ["$ref": .text("#/components/schemas/\(shape.rawValue)")]
    }

    private static func json(_ schema: Value) -> Value {
        ["application/json": ["schema": schema]]
    }

    private static func page(of one: Value) -> Value {
        [
            "type": "object",
            "properties": [
                "items": ["type": "array", "items": one],
                "next_cursor": ["anyOf": [["type": "string"], ["type": "null"]]],
                "total": ["type": "integer"],
            ],
        ]
    }
}
