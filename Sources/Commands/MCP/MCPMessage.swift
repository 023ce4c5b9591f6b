import Documents

/// One message of JSON-RPC 2.0 as a client sends it.
enum MCPMessage: Equatable {
    /// Asks for something, and is answered once.
    case request(id: Value, method: String, params: Value)
    /// Tells something, and is never answered.
    case notification(method: String, params: Value)
    /// Answers a request of ours; without a result it is an error.
    case response(id: Value, result: Value?)
    /// Is none of these; answered with an error.
    case invalid(id: Value, MCPError)

    /// Understands a message that was read as JSON.
    init(_ value: Value) {
        let id = MCPMessage.id(in: value)
        guard let object = value.object else {
            self = .invalid(id: .null, .invalidRequest("a message is an object"))
            return
        }
        guard object["jsonrpc"] == "2.0" else {
            self = .invalid(id: id ?? .null, .invalidRequest("`jsonrpc` is `\"2.0\"`"))
            return
        }
        guard let method = object["method"]?.text else {
            let isAnswer = object["result"] != nil || object["error"] != nil
            self =
                isAnswer
                ? .response(id: id ?? .null, result: object["result"])
                : .invalid(id: id ?? .null, .invalidRequest("`method` is the name of a method"))
            return
        }
        let params = object["params"] ?? .object([:])
        if object["id"] == nil {
            self = .notification(method: method, params: params)
        } else if let id {
            self = .request(id: id, method: method, params: params)
        } else {
            self = .invalid(id: .null, .invalidRequest("`id` is a text or a number"))
        }
    }

    private static func id(in value: Value) -> Value? {
        guard let id = value["id"], id.text != nil || id.number != nil else { return nil }
        return id
    }
}

/// Why a request is not answered with a result.
struct MCPError: Error, Equatable {
    /// The code of JSON-RPC.
    let code: Int64
    /// What is wrong.
    let message: String

    /// The line is not JSON.
    static func parse(_ message: String) -> MCPError { MCPError(code: -32700, message: message) }
    /// The message is none, or comes at the wrong time.
    static func invalidRequest(_ message: String) -> MCPError {
        MCPError(code: -32600, message: message)
    }
    /// There is no such method.
    static func unknownMethod(_ name: String) -> MCPError {
        MCPError(code: -32601, message: "there is no method `\(name)`")
    }
    /// The method takes other parameters.
    static func invalidParams(_ message: String) -> MCPError {
        MCPError(code: -32602, message: message)
    }
}

/// What a server sends.
enum MCPReply {
    /// Answers a request.
    static func result(_ id: Value, _ result: Value) -> Value {
        ["jsonrpc": "2.0", "id": id, "result": result]
    }

    /// Refuses a request.
    static func error(_ id: Value, _ error: MCPError) -> Value {
        [
            "jsonrpc": "2.0", "id": id,
            "error": ["code": .int(error.code), "message": .text(error.message)],
        ]
    }
}
