import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

private func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    unsafe write(descriptor, bytes.baseAddress, bytes.count)
}

/// Stdout or stderr of this process: what cannot be written is lost and never ends a run.
final class StandardStream: Sendable {
    private let descriptor: Int32
    private let trouble = Mutex<Int32>(0)

    /// A stream by its descriptor.
    init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// Why something was lost, in the system's words; nil also where a reader just went away.
    var loss: String? {
        let code = trouble.withLock { $0 }
        guard code != 0, code != EPIPE else { return nil }
        return unsafe String(cString: strerror(code)).lowercased()
    }

    /// Writes a text as a whole; after a failure nothing is tried any more.
    func write(_ text: String) {
        trouble.withLock { trouble in
            guard trouble == 0 else { return }
            trouble = write(Array(text.utf8))
        }
    }

    private func write(_ bytes: [UInt8]) -> Int32 {
        var start = 0
        while start < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe writeSome(descriptor, UnsafeRawBufferPointer(rebasing: buffer[start...]))
            }
            if written < 0, errno == EAGAIN { waitForRoom() }
            if written < 0, errno != EINTR, errno != EAGAIN { return errno }
            start += max(written, 0)
        }
        return 0
    }

    private func waitForRoom() {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&waiting, 1, -1)
        errno = EAGAIN
    }

    /// Makes sure that no file or connection becomes stdin, stdout or stderr by accident, and
    /// that a reader who goes away does not end the process in the middle of an apply.
    static func prepareProcess() {
        _ = signal(SIGPIPE, SIG_IGN)
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            _ = unsafe open("/dev/null", O_RDWR)
        }
    }
}
