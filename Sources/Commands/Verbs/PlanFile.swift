import Diagnostics
import Documents
import Foundation
import Planning
import Platforms
import Projects

/// A plan in a file: the plan with what it was made from, its digest, and a code that only a
/// machine with the key of digests can make.
struct PlanFile {
    /// What the code of a plan file proves.
    enum Origin: Equatable {
        /// It is as a machine with the key wrote it; the key's fingerprint.
        case authentic(String)
        /// It was written without a key.
        case keyless
        /// It names a key that is not here.
        case unknown(String)
        /// It was changed since it was written with the key.
        case changed(String)
    }

    /// The plan with what it was made from.
    let stored: StoredPlan
    /// What its code proves here.
    let origin: Origin

    /// The largest plan file that is read: 256 MiB.
    static let largest = 256 << 20

    /// The text of a plan file; without a key it can only be shown.
    static func text(_ stored: StoredPlan, key: DigestKey?) -> String {
        var members = stored.encoded.object ?? [:]
        members["digest"] = .text(stored.plan.digest)
        members["weir"] = .text(WeirVersion.text)
        members["key"] = key.map { .text($0.fingerprint) }
        members["code"] = key.map { .text($0.code(ofPlan: Value.object(members).canonicalJSON)) }
        return Value.object(members).prettyJSON.visible(.json) + "\n"
    }

    /// Reads a plan file, and looks with the keys of this machine whether it is authentic.
    static func read(_ path: String, keys: [DigestKey]) throws -> PlanFile {
        do {
            let envelope = try JSON.parse(try bytes(of: path))
            guard let digest = envelope["digest"]?.text, envelope["plan"] != nil else {
                throw broken(path, "it is not a plan file")
            }
            let stored = try StoredPlan(encoded: envelope)
            let origin = origin(of: envelope, keys)
            switch origin {
            case .authentic, .changed: break
            case .keyless, .unknown:
                guard stored.plan.digest == digest else {
                    throw broken(path, "its digest does not fit: it was edited or cut")
                }
            }
            return PlanFile(stored: stored, origin: origin)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw broken(path, "\(error)")
        }
    }

    private static func origin(of envelope: Value, _ keys: [DigestKey]) -> Origin {
        guard var members = envelope.object, let fingerprint = members["key"]?.text,
            let code = members["code"]?.text
        else { return .keyless }
        guard let key = keys.first(where: { $0.fingerprint == fingerprint }) else {
            return .unknown(fingerprint)
        }
        members["code"] = nil
        let isSame = key.code(ofPlan: Value.object(members).canonicalJSON) == code
        return isSame ? .authentic(fingerprint) : .changed(fingerprint)
    }

    /// The bytes of a file whose size is known before it is read.
    private static func bytes(of path: String) throws -> [UInt8] {
        let url = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let found = try? FileManager.default.attributesOfItem(atPath: url.path)
        guard let found, let size = (found[.size] as? NSNumber)?.intValue else {
            throw missing(path)
        }
        guard found[.type] as? FileAttributeType == .typeRegular else {
            throw broken(path, "it is not a file")
        }
        guard size <= largest else {
            throw broken(path, "it has \(size) bytes; a plan file has \(largest) at most")
        }
        guard let handle = FileHandle(forReadingAtPath: url.path),
            let data = try? handle.read(upToCount: largest)
        else { throw missing(path) }
        return Array(data)
    }

    private static func missing(_ path: String) -> Failure {
        Failure(
            .failed,
            .error(
                PlanCode.noFile, "`\(path)` does not exist or cannot be read",
                help: "write it with `weir plan --out \(path)`"))
    }

    private static func broken(_ path: String, _ why: String) -> Failure {
        Failure(
            .failed,
            .error(
                PlanCode.unreadable, "`\(path)` is not a plan that can be applied", notes: [why],
                help: "write it again with `weir plan --out \(path)`"))
    }
}

extension PlanFile.Origin {
    /// The same in words.
    var words: String {
        switch self {
        case .authentic(let key): "authentic: it is as it was written with the key \(key)"
        case .keyless: "not authentic: it was made without a key, so it cannot be applied"
        case .unknown(let key): "not known to be authentic: its key \(key) is not here"
        case .changed(let key):
            "not authentic: it was changed since it was written with the key \(key)"
        }
    }

    /// The word for it as data.
    var word: String {
        switch self {
        case .authentic: "yes"
        case .keyless, .changed: "no"
        case .unknown: "unknown"
        }
    }
}
