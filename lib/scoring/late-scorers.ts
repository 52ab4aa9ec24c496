import { thoroughIncivility } from './incivility/thorough-incivility'
import type { LateScorer } from './late-scorer'
import { sentenceTopicality } from './topicality/sentence-topicality'

/**
 * Everything that scores a comment some time after ingest, on this machine. To add a scorer, add it here. The first asks the sentence encoder
 * for more than vectors, which are then kept for the other.
 */
export const LATE_SCORERS: readonly LateScorer[] = [thoroughIncivility, sentenceTopicality]
