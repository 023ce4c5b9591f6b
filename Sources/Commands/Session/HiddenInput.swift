import Foundation

/// Reads a line from the terminal without showing what is typed.
enum HiddenInput {
    /// The line; nil at the end of the input. The terminal shows input again afterwards.
    static func read() -> String? {
        var before = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
        var hidden = before
        hidden.c_lflag &= ~tcflag_t(ECHO)
        guard unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &hidden) == 0 else { return nil }
        defer { _ = unsafe tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
        return readLine()
    }
}
