import type { MarkName } from '@/lib/domain/comment'
import type { Formats } from '../words/formats'

/** How a mark is searched for, and drawn. */
export const MARKS: Record<MarkName, { operator: string; tone: 'rose' | 'amber' }> = {
  uncivil: { operator: 'score.civility', tone: 'rose' },
  off_topic: { operator: 'score.topic', tone: 'amber' },
}

/** Shares as people say them. */
export function formatShare(formats: Formats, share: number | null): string {
  return share === null ? '–' : formats.percent(share)
}

/** Counts, and averages of less than ten with one digit after the point. */
export function formatLoad(formats: Formats, count: number): string {
  return formats.number(count, { maximumFractionDigits: count < 10 ? 1 : 0 })
}

/** A score of 0–1 with two digits after the point. */
export function formatScore(formats: Formats, score: number): string {
  return formats.number(score, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}
