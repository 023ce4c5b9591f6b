import Diagnostics

enum TenexExplanations { static let all: [Explanation] = [] }
extension TenexCheck { struct One { var explanations: [Explanation] = [] }
    static let all: [One] = [] }
