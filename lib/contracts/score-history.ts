import { z } from 'zod'
import { MARK_NAMES } from '../domain/comment'
import { filledText } from './text'

/** Scores fall into bins of a hundredth: bin k holds those from k/100 up to the next. */
export const SCORE_BINS = 100

/** What the explorer is asked for. */
export const ScoreHistoryQuery = z.object({
  mark: z.enum(MARK_NAMES).catch('uncivil'),
  /** The article's section; every one when it is left out. */
  section: filledText(200).optional().catch(undefined),
})
export type ScoreHistoryQuery = z.infer<typeof ScoreHistoryQuery>

/** A site's scores of one mark against what its people decided, and against what arrived lately. */
export interface ScoreHistory {
  mark: (typeof MARK_NAMES)[number]
  section: string | null
  sections: string[]
  /** The score from which the mark is suggested now. */
  inForce: number
  /** Comments that people decided on. */
  decided: {
    /** By bin: those they marked, and those they settled without. */
    marked: number[]
    kept: number[]
    /** The same without a score. */
    unscored: { marked: number; kept: number }
    /** Decided for another reason, which says nothing of this mark. */
    silent: number
    /** How many of the newest decisions were looked at, and whether there are more. */
    looked: number
    isCut: boolean
  }
  /** Comments written in the last 30 days. */
  month: {
    /** By bin of the score that decides on a suggestion: a reply that answers its parent is not blamed for its distance. */
    suggested: number[]
    /** By bin of the score itself: those nobody has decided on, as the queue's search finds them. */
    open: number[]
    total: number
    /** How many days the comments looked at cover: fewer than 30 when more arrived than are looked at. */
    days: number
    isCut: boolean
  }
}
