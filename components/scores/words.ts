import type { MarkName } from '@/lib/domain/comment'

export const MARK_WORDS: Record<MarkName, { name: string; lower: string; unmarked: string; operator: string; tone: 'rose' | 'amber' }> = {
  uncivil: { name: 'Uncivil', lower: 'uncivil', unmarked: 'Not marked uncivil', operator: 'score.civility', tone: 'rose' },
  off_topic: { name: 'Off-topic', lower: 'off-topic', unmarked: 'Not marked off-topic', operator: 'score.topic', tone: 'amber' },
}

/** Shares as people say them. */
export function formatShare(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`
}

/** Counts, and averages of less than ten with one digit after the point. */
export function formatLoad(count: number): string {
  return count < 10 && !Number.isInteger(count) ? count.toFixed(1) : Math.round(count).toLocaleString('en')
}

export const formatScore = (score: number): string => score.toFixed(2)
