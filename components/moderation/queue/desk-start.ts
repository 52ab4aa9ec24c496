import type { CommentContext, QueueCounts, QueuePage } from '@/lib/contracts/queue'
import type { SavedView } from '@/lib/contracts/teamwork'
import type { QueueFilters } from '../desk-api'

/** What the server drew the page from, so that the browser need not ask for it again. */
export interface DeskStart {
  filters: QueueFilters
  page: QueuePage
  counts: QueueCounts
  articles: { id: string; title: string }[]
  sections: string[]
  languages: string[]
  views: SavedView[]
  people: { id: string; name: string }[]
  context: CommentContext | null
  /** Of the feed, before the page was read: what happened since is told by the live line. */
  position: number
}
