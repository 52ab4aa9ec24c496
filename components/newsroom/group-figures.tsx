import type { GroupFigures } from '@/lib/contracts/compare'
import { formatCount, formatShare, formatWait } from '../articles/figure-words'

/** A figure of a group of comments, by the name it has everywhere. */
export interface GroupMeasure {
  key: string
  name: string
  /** For bars and sorting; null where nothing is known. */
  valueOf: (figures: GroupFigures) => number | null
  write: (value: number) => string
}

/** What groups of comments are held against each other by. */
export const GROUP_MEASURES: readonly GroupMeasure[] = [
  { key: 'comments', name: 'Comments', valueOf: (figures) => figures.comments, write: formatCount },
  { key: 'articles', name: 'Articles', valueOf: (figures) => figures.articles, write: formatCount },
  {
    key: 'replies',
    name: 'Replies',
    valueOf: (figures) => (figures.comments === 0 ? null : figures.replies / figures.comments),
    write: formatShare,
  },
  { key: 'waiting', name: 'Waiting', valueOf: (figures) => figures.waiting, write: formatCount },
  { key: 'off_topic', name: 'Off-topic', valueOf: (figures) => figures.offTopicShare, write: formatShare },
  { key: 'uncivil', name: 'Uncivil', valueOf: (figures) => figures.uncivilShare, write: formatShare },
  { key: 'civility', name: 'Civility', valueOf: (figures) => figures.civility, write: formatShare },
  {
    key: 'rejected',
    name: 'Rejected',
    valueOf: (figures) => (figures.comments === 0 ? null : figures.rejected / figures.comments),
    write: formatShare,
  },
  { key: 'median_wait', name: 'Median wait', valueOf: (figures) => figures.medianWaitSeconds, write: formatWait },
  { key: 'p90_wait', name: '9 of 10 within', valueOf: (figures) => figures.p90WaitSeconds, write: formatWait },
]

/** The figure in words, or a dash. */
export function writeMeasure(measure: GroupMeasure, figures: GroupFigures): string {
  const value = measure.valueOf(figures)
  return value === null ? '–' : measure.write(value)
}
