/// What a read asks for: a platform's enum of its reads, with what is needed to understand each.
///
/// A word of free text here would make an account look empty wherever it is misspelt.
public protocol ReadSubject: Sendable, Hashable {}

extension ReadSubject {
    fileprivate func equals(_ other: any ReadSubject) -> Bool { other as? Self == self }
}

/// What an answer that there is no such thing means for a read.
public enum Absence: Sendable, Hashable {
    /// The read has failed.
    case failure
    /// The object is not there, and the content is null.
    case object
    /// Some services do without the list, or do not show it: it is empty.
    case list

    /// The statuses that say so.
    public var statuses: [Int] {
        switch self {
        case .failure: []
        case .object: [404]
        case .list: [403, 404, 405]
        }
    }
}

/// One read of a platform, why, and what the platform promises to answer.
public struct Read: Sendable, Hashable {
    /// The request, always a GET.
    public var request: Request
    /// What it reads, for progress and errors: `the flows`.
    public var purpose: String
    /// What the platform promises; any other answer fails the read.
    public var expects: PromisedAnswer
    /// What it means where the platform answers that there is none.
    public var absence = Absence.failure
    private let subject: any ReadSubject

    /// Describes a read that its platform understands.
    public init(
        _ request: Request, _ subject: any ReadSubject, expects: PromisedAnswer, purpose: String
    ) {
        self.request = request
        self.subject = subject
        self.expects = expects
        self.purpose = purpose
    }

    /// The same read of a list that not every service has.
    package var whereThereIsOne: Read {
        var read = self
        read.absence = .list
        return read
    }

    /// Describes a read whose answer is looked at by whoever reads; no platform takes it.
    public init(_ request: Request, purpose: String, expects: PromisedAnswer = .content) {
        self.init(request, NoSubject(), expects: expects, purpose: purpose)
    }

    /// What it asks for; another platform's read here is a mistake of the program.
    public func subject<Subject: ReadSubject>(as type: Subject.Type) -> Subject {
        guard let subject = subject as? Subject else {
            preconditionFailure("the read of \(purpose) is none of \(type)")
        }
        return subject
    }

    /// Whether two reads are one: same request, subject, promises and purpose.
    public static func == (left: Read, right: Read) -> Bool {
        left.request == right.request && left.purpose == right.purpose
            && left.expects == right.expects && left.absence == right.absence
            && left.subject.equals(right.subject)
    }

    /// Hashes all of it.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(request)
        hasher.combine(purpose)
        hasher.combine(expects)
        hasher.combine(absence)
        subject.hash(into: &hasher)
    }
}

/// The subject of a read that no platform takes.
private struct NoSubject: ReadSubject {}
