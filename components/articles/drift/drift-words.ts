import type { DriftGrain, DriftTone } from '@/lib/domain/drift/marks'
import type { PlacedMark } from '@/lib/domain/drift/place'
import { countOf } from '../figure-words'

export const TONE_WORDS: Record<DriftTone, string> = { calm: 'on topic, civil', off_topic: 'off-topic', uncivil: 'uncivil' }

export const DRIFT_WORDS = {
  close: 'close to the article',
  far: 'far from it',
  read: 'Comments of the discussion in the order of time. Arrow keys: left and right through time, up to what is answered, down to the first answer, with Shift among answers to the same comment. Enter opens, plus and minus zoom.',
  help: '← → through time · ↑ what it answers · ↓ first answer · Shift ← → among answers · Enter opens · + − zoom · 0 all',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  earlier: 'Earlier',
  later: 'Later',
  all: 'Show all',
  failed: 'This part of the map could not be loaded',
  loading: 'Loading this part…',
  busy: 'Busy hours are drawn wider.',
  drifting: 'Threads that drifted most',
} as const

/** "Two threads carry most of the drift" and the like: what the map shows and at which grain. */
export const GRAIN_WORDS: Record<DriftGrain | 'overview', string> = {
  comments: 'Every figure is a comment, in time from left to right; the lower, the further from the article.',
  threads: 'In time from left to right; the lower, the further from the article. Large circles hold folded replies.',
  cells: 'In time from left to right; the lower, the further from the article. Circles hold as many comments as their size says.',
  overview:
    'In time from left to right: above what kept to the article, below what strayed. Circles hold as many comments as their size says; open one to see them.',
}

/** A mark in words, for the line above the map and for screen readers. */
export function describeMark(mark: PlacedMark, name: string | null, when: string): string {
  if (mark.comments === 1 && mark.commentId !== '') return `${name ?? 'unknown author'}, ${when}: ${TONE_WORDS[mark.tone]}`
  const parts = [mark.offTopic > 0 && `${mark.offTopic} off-topic`, mark.uncivil > 0 && `${mark.uncivil} uncivil`].filter(
    (part) => part !== false,
  )
  return `${countOf(mark.comments, 'comment')} from ${when}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
}
