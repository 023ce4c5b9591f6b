/// The model that a kind made of a document or of an answer; only that kind can read it.
///
/// It saves drawings and checks of a whole project a second decoding of the canonical value.
public struct DecodedModel: Sendable, Equatable {
    private let model: any Described

    /// Keeps a model.
    package init(_ model: some Described) { self.model = model }

    /// The model of a type; nil where it is one of another type.
    fileprivate func model<Model: Described>(as type: Model.Type) -> Model? { model as? Model }

    /// Whether two models are of one type and say the same.
    public static func == (left: DecodedModel, right: DecodedModel) -> Bool {
        left.model.equals(right.model)
    }
}

extension Resource {
    /// The model of its document; nil where its kind has another one.
    package func model<Model: Described>(as type: Model.Type) -> Model? { model?.model(as: type) }
}

extension ObservedResource {
    /// The model of its answer; another kind's object here is a mistake of the program.
    package func model<Model: Described>(as type: Model.Type) -> Model {
        guard let model = model?.model(as: type) else {
            preconditionFailure("\(kind) was read without a model of \(type)")
        }
        return model
    }
}

extension Described {
    fileprivate func equals(_ other: any Described) -> Bool { other as? Self == self }
}
