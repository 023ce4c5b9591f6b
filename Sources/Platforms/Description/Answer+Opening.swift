import Documents

extension Answer {
    /// What a success holds, taken out of its envelope; else what the platform refused.
    func opened(
        refusal: (Answer) -> PlatformError, _ takeOut: (Value) -> Value
    ) -> OpenedAnswer {
        guard (200..<300).contains(status) else { return .failure(refusal(self)) }
        if let body { return .success(takeOut(body)) }
        if text.isEmpty { return .success(.null) }
        return .failure(
            PlatformError(
                status: status, message: "the answer is not JSON: \(text.prefix(80))"))
    }
}
