// Measures Weir beside what it cannot beat: libyaml alone over the same bytes, in the same run.
//
//     swift build -c release && .build/release/weir-bench [--files 10000] [--flows 5000]

import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "--child" {
    do { try await Child.run(Array(arguments.dropFirst())) } catch {
        print(error)
        exit(1)
    }
} else {
    let program = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
    let bench = Bench(
        program: program, files: number(after: "--files", in: arguments) ?? 10_000,
        flows: number(after: "--flows", in: arguments) ?? 5_000)
    do { try await bench.run() } catch {
        print(error)
        exit(1)
    }
}

func number(after option: String, in arguments: [String]) -> Int? {
    guard let index = arguments.firstIndex(of: option), index + 1 < arguments.count else {
        return nil
    }
    return Int(arguments[index + 1])
}
