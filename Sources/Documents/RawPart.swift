/// A piece of a scalar with `${…}` in it, before variables and references are looked up.
public enum RawPart: Sendable, Equatable {
    /// Text that stands for itself; `$${` is read as `${`.
    case literal(String)
    /// `${var.NAME}`
    case variable(String)
    /// `${env.NAME}` or `${env.NAME:-default}`
    case environment(String, default: String?)
    /// `${secret.NAME}`
    case secret(String)
    /// `${type/id}` or `${type/id.field}`
    case reference(Reference)
}
