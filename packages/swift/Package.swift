// swift-tools-version:5.9
import PackageDescription

let package = Package(
    name: "Loyalty",
    platforms: [.macOS(.v13), .iOS(.v16)],
    products: [.library(name: "Loyalty", targets: ["Loyalty"])],
    targets: [
        .target(name: "Loyalty"),
        .testTarget(name: "LoyaltyTests", dependencies: ["Loyalty"], path: "tests"),
    ]
)
