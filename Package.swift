// swift-tools-version: 6.2

import PackageDescription

// The platforms, one a line: a module, the module of its emulated API, and the tests of both.
// Without a platform's line, its folders and its line in the catalog of Commands the rest builds,
// as `.ci/without-platform` proves.
let platforms: [[Target]] = [
    platform("Lytics"),
    platform("Frontline"),
    platform("Tenex", emulatorNeeds: [.product(name: "Crypto", package: "swift-crypto")]),
]

/// What stands above all platforms may use each of them and its emulated API.
let everyPlatform = platforms.joined().filter { $0.type == .regular }
    .map { Target.Dependency(stringLiteral: $0.name) }

/// A platform's module, the module of its emulated API, and the tests of both; `emulatorNeeds` is
/// nil where the API is not emulated.
func platform(_ name: String, emulatorNeeds: [Target.Dependency]? = []) -> [Target] {
    let own = Target.Dependency(stringLiteral: name)
    let emulator = emulatorNeeds.map { needs in
        Target.target(
            name: name + "Emulated",
            dependencies: ["Documents", "Platforms", "EmulatedKit", own] + needs)
    }
    let module = Target.target(
        name: name, dependencies: ["Diagnostics", "Documents", "Flows", "Platforms"])
    let modules = [module] + [emulator].compactMap { $0 }
    return modules + [
        .testTarget(
            name: name + "Tests",
            dependencies: [
                "Diagnostics", "Documents", "Flows", "Platforms", "EmulatedKit", "CheckFixtures",
                "WireGolden",
            ] + modules.map { .init(stringLiteral: $0.name) },
            exclude: ["Fixtures"])
    ]
}

// The floors of the house, lowest first. Each target names exactly the floors it may stand on;
// CI builds with `--explicit-target-dependency-import-check error`, so nothing reaches further.
let package = Package(
    name: "weir",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "weir", targets: ["weir"]),
        .executable(name: "weir-bench", targets: ["weir-bench"]),
    ],
    // Each is the very version that was built and tested with; a newer one is a change of ours.
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", exact: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(
            url: "https://github.com/swift-server/async-http-client", exact: "1.37.0", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    ],
    targets: [
        // 0
        .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .target(name: "Diagnostics"),
        // 1
        .target(name: "Documents", dependencies: ["Diagnostics", "CLibYAML"]),
        // 2
        .target(name: "Flows", dependencies: ["Diagnostics", "Documents"]),
        // 3
        .target(name: "Platforms", dependencies: ["Diagnostics", "Documents", "Flows"]),
        .target(name: "EmulatedKit", dependencies: ["Documents"]),
        // 4
        .target(
            name: "Projects",
            dependencies: [
                "Diagnostics", "Documents", "Flows", "Platforms",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        .target(name: "Planning", dependencies: ["Diagnostics", "Documents", "Platforms"]),
        .target(
            name: "Ledger",
            dependencies: [
                "Diagnostics", "Documents", "Platforms",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .target(
            name: "Emulation",
            dependencies: [
                "Diagnostics", "Documents", "Platforms", "EmulatedKit",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        // 5
        .target(
            name: "Reconciling",
            dependencies: [
                "Diagnostics", "Documents", "Platforms", "EmulatedKit", "Planning", "Ledger",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        // 6
        .target(
            name: "Commands",
            dependencies: [
                "Diagnostics", "Documents", "Flows", "Platforms", "EmulatedKit", "Projects",
                "Planning", "Ledger",
                "Emulation", "Reconciling",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ] + everyPlatform),
        // 7
        .executableTarget(
            name: "weir",
            dependencies: [
                "Commands", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            linkerSettings: [
                // All symbols are bound at the start, and the table of them is read-only from then on.
                .unsafeFlags(["-Xlinker", "-z", "-Xlinker", "now"], .when(platforms: [.linux]))
            ]),
        .executableTarget(
            name: "weir-bench",
            dependencies: [
                "CLibYAML", "Diagnostics", "Documents", "Platforms", "Projects", "Planning",
                "Reconciling", "Commands",
            ]),
        // Fixtures whose comments say, with carets, what is reported where.
        .target(
            name: "CheckFixtures", dependencies: ["Diagnostics", "Documents"],
            path: "Tests/CheckFixtures"),
        // What tests of several floors use: clocks that nobody waits by, numbers that repeat.
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        // Emulated accounts without a network.
        .target(
            name: "InProcess",
            dependencies: ["Documents", "Platforms", "EmulatedKit", "Reconciling"],
            path: "Tests/InProcess"),
        // Writes as text, and the files that they must equal.
        .target(
            name: "WireGolden", dependencies: ["Documents", "Platforms"], path: "Tests/WireGolden"),
        // Tests mirror the floors; then what holds for every platform, and whole stories.
        .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
        .testTarget(
            name: "DocumentsTests",
            dependencies: ["Diagnostics", "Documents", "CheckFixtures", "TestSupport"],
            exclude: ["Fixtures"]),
        .testTarget(name: "FlowsTests", dependencies: ["Diagnostics", "Documents", "Flows"]),
        .testTarget(
            name: "PlatformsTests",
            dependencies: ["Diagnostics", "Documents", "Flows", "Platforms", "CheckFixtures"],
            exclude: ["Fixtures"]),
        .testTarget(
            name: "ProjectsTests",
            dependencies: ["Diagnostics", "Documents", "Platforms", "Projects"] + everyPlatform),
        .testTarget(
            name: "PlanningTests",
            dependencies: ["Diagnostics", "Documents", "Platforms", "Planning"]),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "Diagnostics", "Documents", "Platforms", "Ledger",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ]),
        .testTarget(
            name: "EmulationTests",
            dependencies: [
                "Documents", "Platforms", "EmulatedKit", "Emulation", "Reconciling",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ] + everyPlatform,
            exclude: ["Fixtures"]),
        .testTarget(
            name: "ReconcilingTests",
            dependencies: [
                "Diagnostics", "Documents", "Platforms", "Ledger", "Reconciling",
                "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "Diagnostics", "Documents", "Flows", "Platforms", "Ledger", "Reconciling",
                "Commands", "InProcess", "TestSupport",
            ] + everyPlatform),
        .testTarget(
            name: "ConformanceTests",
            dependencies: [
                "Diagnostics", "Documents", "Platforms", "EmulatedKit", "Projects", "Planning",
                "Ledger",
                "Reconciling", "Emulation", "Commands", "InProcess", "TestSupport",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ] + everyPlatform,
            exclude: ["Subjects", "Contracts/Vendors"]),
        .testTarget(
            name: "WorldsTests",
            dependencies: [
                "Diagnostics", "Documents", "Platforms", "EmulatedKit", "Planning", "Ledger",
                "Reconciling",
                "Commands", "TestSupport",
            ] + everyPlatform),
        .testTarget(
            name: "TranscriptTests",
            dependencies: [
                "Documents", "Platforms", "EmulatedKit", "Emulation", "Reconciling", "Commands",
                "weir",
                .product(name: "Subprocess", package: "swift-subprocess"),
            ] + everyPlatform,
            exclude: ["Transcripts"]),
    ] + platforms.joined()
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("ImmutableWeakCaptures"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
