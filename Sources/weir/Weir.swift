import ArgumentParser
import Commands

/// The program: everything it does is in `Commands`.
@main
struct Weir {
    static func main() async {
        await WeirCommand.main(LeadingOptions.moved(Array(CommandLine.arguments.dropFirst())))
    }
}
