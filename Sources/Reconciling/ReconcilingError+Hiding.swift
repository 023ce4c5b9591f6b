import Platforms

extension ReconcilingError.Cause {
    /// The same without secrets, which a platform may repeat in what it answers.
    func hiding(_ redactor: Redactor) -> ReconcilingError.Cause {
        switch self {
        case .refused(var error):
            error.message = redactor.hide(error.message)
            return .refused(error)
        case .notJSON(let status, let mediaType):
            return .notJSON(status: status, mediaType: redactor.hide(mediaType))
        case .redirected(let status, let location):
            return .redirected(status: status, location: redactor.hide(location))
        case .unexpected(let code, let message):
            return .unexpected(code, message: redactor.hide(message))
        default: return self
        }
    }
}
