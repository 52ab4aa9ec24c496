import type { ArticleSummary } from '@/lib/contracts/article-stats'

/** A row of `/articles` with plain values. */
export function makeSummary(overrides: Partial<ArticleSummary> = {}): ArticleSummary {
  return {
    id: 'a1',
    title: 'Council votes to close the night tram',
    section: 'Politics',
    author: 'Priya Castellane',
    state: 'open',
    publishedAt: null,
    comments: 10,
    voices: 4,
    waiting: 0,
    offTopicShare: 0.1,
    uncivilShare: 0.2,
    judged: 5,
    rejected: 0,
    medianWaitSeconds: 360,
    lastCommentAt: '2026-03-09T12:00:00.000Z',
    trend: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 7, 2],
    ...overrides,
  }
}
