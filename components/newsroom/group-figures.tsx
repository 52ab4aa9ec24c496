import type { GroupFigures } from '@/lib/contracts/compare'
import type { Figures } from '../articles/figures'

/** A figure of a group of comments; its name is the word measure.<key> of the figures. */
export interface GroupMeasure {
  key: 'comments' | 'articles' | 'replies' | 'waiting' | 'off_topic' | 'uncivil' | 'civility' | 'rejected' | 'median_wait' | 'p90_wait'
  /** For bars and sorting; null where nothing is known. */
  valueOf: (figures: GroupFigures) => number | null
  /** How it is written. */
  look: 'count' | 'share' | 'wait'
}

/** What groups of comments are held against each other by. */
export const GROUP_MEASURES: readonly GroupMeasure[] = [
  { key: 'comments', valueOf: (figures) => figures.comments, look: 'count' },
  { key: 'articles', valueOf: (figures) => figures.articles, look: 'count' },
  {
    key: 'replies',

    valueOf: (figures) => (figures.comments === 0 ? null : figures.replies / figures.comments),
    look: 'share',
  },
  { key: 'waiting', valueOf: (figures) => figures.waiting, look: 'count' },
  { key: 'off_topic', valueOf: (figures) => figures.offTopicShare, look: 'share' },
  { key: 'uncivil', valueOf: (figures) => figures.uncivilShare, look: 'share' },
  { key: 'civility', valueOf: (figures) => figures.civility, look: 'share' },
  {
    key: 'rejected',

    valueOf: (figures) => (figures.comments === 0 ? null : figures.rejected / figures.comments),
    look: 'share',
  },
  { key: 'median_wait', valueOf: (figures) => figures.medianWaitSeconds, look: 'wait' },
  { key: 'p90_wait', valueOf: (figures) => figures.p90WaitSeconds, look: 'wait' },
]

/** The figure in words, or a dash. */
export function writeMeasure(say: Figures, measure: GroupMeasure, figures: GroupFigures): string {
  const value = measure.valueOf(figures)
  return value === null ? '–' : say[measure.look](value)
}
