import type { ErrorCode, ErrorDetails, ErrorEnvelope } from './errors'

/** An error that was foreseen. Anything else that is thrown becomes `internal`. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.details = details
  }

  toEnvelope(): ErrorEnvelope {
    return { code: this.code, message: this.message, details: this.details }
  }

  static fromEnvelope(envelope: ErrorEnvelope): AppError {
    return new AppError(envelope.code, envelope.message, envelope.details)
  }
}
