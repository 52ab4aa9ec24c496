/** What Perspective calls the ways in which it refuses a request. */
export type PerspectiveErrorType =
  'COMMENT_EMPTY' | 'COMMENT_TOO_LONG' | 'NO_REQUESTED_ATTRIBUTES' | 'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE' | 'INVALID_REQUEST'

/** A request to the Perspective-compatible address that is refused; its message is the caller's to see and holds no comment text. */
export class PerspectiveRefusal extends Error {
  override readonly name = 'PerspectiveRefusal'
  constructor(
    readonly errorType: PerspectiveErrorType,
    message: string,
    readonly detail: Record<string, unknown> = {},
  ) {
    super(message)
  }
}
