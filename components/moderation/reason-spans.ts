import type { CommentContext } from '@/lib/contracts/queue'

/** The stretches of the text that made it look uncivil; how far it is from a topic is in no stretch of it. */
export function listReasonSpans(scores: CommentContext['scores']): CommentContext['scores'][number]['reason']['spans'] {
  return scores.filter(({ attribute }) => !attribute.startsWith('off_topic')).flatMap(({ reason }) => reason.spans)
}
