import type { ArticleListRow } from '@/lib/contracts/article-list'

/** A line of the list of articles, with these changes. */
export function makeListRow(change: Partial<ArticleListRow> = {}): ArticleListRow {
  return {
    id: 'a',
    title: 'Tram',
    section: 'City',
    author: 'Ines Okafor',
    state: 'open',
    slowSeconds: null,
    isHelpAsked: false,
    alerts: [],
    publishedAt: '2026-03-09T08:00:00.000Z',
    comments: 120,
    voices: 40,
    waiting: 3,
    judged: 20,
    rejected: 2,
    offTopicShare: 0.1,
    uncivilShare: 0.05,
    civility: 0.92,
    medianWaitSeconds: 360,
    p90WaitSeconds: 1800,
    lastCommentAt: '2026-03-09T12:00:00.000Z',
    trend: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 60, 40],
    civilityTrend: [null, null, null, null, null, null, null, null, null, null, null, 0.95, 0.9, 0.8],
    ...change,
  }
}
