import Commands

/// The program: everything it does is in `Commands`.
@main
struct Weir {
    static func main() async {
        await WeirProgram.main(Array(CommandLine.arguments.dropFirst()))
    }
}
