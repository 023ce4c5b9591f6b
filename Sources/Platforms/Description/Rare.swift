/// A field that most models leave out: one pointer wide, so that models are cheap to copy.
@propertyWrapper
public struct Rare<Wrapped: Sendable & Equatable>: Sendable, Equatable {
    private enum Storage: Sendable, Equatable {
        case absent
        indirect case written(Written<Wrapped>)
    }

    private var storage: Storage

    /// What was said in the field.
    public var wrappedValue: Written<Wrapped> {
        get {
            switch storage {
            case .absent: Written()
            case .written(let written): written
            }
        }
        set { storage = Rare.storage(newValue) }
    }

    /// Keeps what was said.
    public init(wrappedValue: Written<Wrapped>) { storage = Rare.storage(wrappedValue) }

    private static func storage(_ written: Written<Wrapped>) -> Storage {
        written.isAbsent && written.span == nil ? .absent : .written(written)
    }
}
