public import Diagnostics

/// What the fields of every platform's documents ask for.
public enum FieldCode: String, SharedCode {
    /// A key that is no field.
    case unknownKey = "unknown-key"
    /// A field of another type of element.
    case misplacedField = "misplaced-field"
    /// A required field that is not written, or written without a value.
    case missingField = "missing-field"
    /// A field that the platform sets.
    case readOnly = "read-only"
    /// A value of another type.
    case wrongType = "wrong-type"
    /// A reference to another kind than the field names.
    case referenceKind = "reference-kind"
    /// A word that is none of those there are.
    case unknownWord = "unknown-word"
    /// Two elements of a list with the same key.
    case duplicateKeyValue = "duplicate-key-value"
    /// A credential that is written out.
    case literalSecret = "literal-secret"

    /// What each rule asks for, and why.
    public var explanation: String {
        switch self {
        case .unknownKey:
            "A document has the fields of its kind, under the platform's own names. "
                + "`weir explain KIND` lists them."
        case .misplacedField:
            "Some fields belong to elements of some types only, such as a delay to a step that "
                + "waits."
        case .missingField:
            "A field without which the platform takes no such object is written, and neither "
                + "empty nor null."
        case .readOnly:
            "Some fields are set by the platform alone, such as versions and times. Remove them."
        case .wrongType:
            "A field holds what it is for: a text, a number, true or false, a list, a map. The "
                + "message says which."
        case .referenceKind:
            "A field that names a job takes a reference to a job: `work_id: ${job/welcome}`. The id "
                + "of anything else would be sent as it is, and stand for something else there."
        case .unknownWord: "A field that takes one of some words takes no other."
        case .duplicateKeyValue:
            "Elements are told apart by one of their fields, such as the key of a step or the "
                + "name of a variable. Two with the same could not be told apart."
        case .literalSecret:
            "A credential is a `${secret.NAME}`, so that it is in no repository, no plan and no "
                + "ledger."
        }
    }
}
