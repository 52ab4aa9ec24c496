import type { CommentContext, QueueCounts, QueuePage, QueueRow } from '@/lib/contracts/queue'
import type { Viewer } from '@/components/moderation/viewer'

export const NOW = '2026-11-20T12:00:00.000Z'
export const MODERATOR: Viewer = { id: 'user-1', name: 'Mina', role: 'moderator' }
export const EDITOR: Viewer = { id: 'user-2', name: 'Ebbe', role: 'editor' }

/** A public comment with a suggestion, 31 minutes old. `n` makes its id. */
export function makeRow(n: number, change: Partial<QueueRow> = {}): QueueRow {
  return {
    id: `00000000-0000-7000-8000-00000000000${n}`,
    externalId: `c${n}`,
    version: 1,
    revision: 1,
    body: `Comment number ${n}`,
    language: 'en',
    state: {
      status: 'published',
      marks: { offTopic: false, uncivil: null },
      suggestions: { offTopic: null, uncivil: { score: 0.81, kind: 'condescension' } },
      openReports: 0,
      isReviewed: false,
    },
    allowed: ['approve', 'reject', 'mark_off_topic', 'mark_uncivil'],
    commenter: { id: `commenter-${n}`, name: `Voice ${n}` },
    article: { id: '00000000-0000-7000-8000-0000000000aa', title: 'Council votes to close the night tram', section: 'Politics' },
    parent: null,
    postedAt: '2026-11-20T11:29:00.000Z',
    receivedAt: '2026-11-20T11:29:00.000Z',
    findings: [],
    wave: null,
    handedTo: null,
    isFeatured: false,
    isWorthFeaturing: false,
    ...change,
  }
}

export function makePage(rows: QueueRow[]): QueuePage {
  return { rows, nextCursor: null, now: NOW }
}

export const COUNTS: QueueCounts = { review: 3, uncivil: 1, off_topic: 0, reported: 0, held: 0, mine: 0, capped: [], newest: 40 }

export function makeContext(row: QueueRow, change: Partial<CommentContext> = {}): CommentContext {
  return {
    row,
    thread: {
      entries: [
        {
          id: row.id,
          version: row.version,
          parentId: null,
          indent: 0,
          body: row.body,
          commenterName: row.commenter?.name ?? null,
          state: row.state,
          postedAt: row.postedAt,
          areRepliesClosed: false,
          isCurrent: true,
        },
      ],
      total: 1,
      hiddenAncestors: 0,
    },
    article: {
      ...row.article,
      standfirst: null,
      body: 'Ridership fell by a third.\n\nThe council decides in spring.',
      author: null,
      publishedAt: null,
      url: null,
      help: null,
    },
    commenter: null,
    lastDecided: [],
    history: [],
    revisions: [],
    scores: [],
    missingScores: [],
    notes: [],
    assignment: null,
    appeals: [],
    precedents: { counts: { kept: 0, marked: 0, rejected: 0 }, latest: [], waiting: [] },
    reports: [],
    ...change,
  }
}
