import type { CommentState } from './comment'

/** From this score on a text counts as harsh. */
export const HARSH_FROM = 0.7

/** Whether those who asked for that have the text covered until they are ready for it. */
export function isHarsh({ suggestions, marks }: Pick<CommentState, 'suggestions' | 'marks'>): boolean {
  return (suggestions.uncivil?.score ?? 0) >= HARSH_FROM || marks.uncivil !== null
}
