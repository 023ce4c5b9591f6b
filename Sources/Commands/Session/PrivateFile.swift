import Foundation

/// Who may read a file that is written.
enum FileReaders {
    /// Whoever may read new files of this user.
    case everybody
    /// This user alone.
    case owner
}

/// Files that nobody but their owner can read, also while they are written.
enum PrivateFile {
    /// Writes a text in one step: nothing is there, or all of it.
    static func write(_ text: String, to url: URL) throws {
        let draft = url.deletingLastPathComponent()
            .appendingPathComponent(".\(url.lastPathComponent)-\(UInt64.random(in: 0 ... .max))")
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        let descriptor = unsafe open(draft.path, flags, 0o600)
        guard descriptor >= 0 else { throw lastError() }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try handle.synchronize()
            guard unsafe rename(draft.path, url.path) == 0 else { throw lastError() }
        } catch {
            _ = unsafe unlink(draft.path)
            throw error
        }
    }

    private static func lastError() -> NSError {
        NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
    }
}
