import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DeskEvent } from '@/lib/contracts/live'
import type { CommentContext, QueueCounts } from '@/lib/contracts/queue'
import type { Claim, DeskDecision, Present } from '@/lib/contracts/teamwork'
import type { DecisionStore } from '../decision/decision-store'
import type { QueueFilters } from '../desk-api'
import { countsQuery } from '../queue/desk-queries'
import { useFreshRows } from '../queue/use-fresh-rows'
import { listenToDesk } from './desk-line'
import type { LineState } from './live-line'
import type { Viewer } from '../viewer'

/** What colleagues are doing, as this browser knows it. */
export interface Live {
  line: LineState
  /** Everybody else at the desk. */
  others: Present[]
  /** Who else holds a comment, by its id. */
  claims: ReadonlyMap<string, Claim>
}

const UNFILTERED: Omit<QueueFilters, 'queue' | 'sort'> = { article: null, commenter: null, status: [], q: '' }

/** Keeps the desk up with its site: counts move, colleagues' decisions stand in their rows, claims and presence show. */
export function useLive(viewer: Viewer, store: DecisionStore, position: number): Live {
  const [live, setLive] = useState<Live>({ line: 'connecting', others: [], claims: new Map() })
  const fresh = useFreshRows(store)
  const known = useKnown(fresh)
  const hear = useRef<(event: DeskEvent) => void>(() => undefined)
  useEffect(() => {
    hear.current = (event) => {
      switch (event.kind) {
        case 'decisions':
          store.heard.hear(event.decisions)
          known.refreshAround(event.decisions)
          break
        case 'counts':
          if (event.counts !== null) known.putCounts(event.counts)
          break
        case 'claims':
          setLive((now) =>
            putClaims(
              now,
              event.claims.filter((claim) => claim.userId !== viewer.id),
            ),
          )
          break
        case 'handed':
          known.recount()
          known.refreshInPlace(event.commentIds)
          break
        case 'scores':
          known.refreshInPlace(event.commentIds)
          break
        case 'presence':
          setLive((now) => ({ ...now, others: event.people.filter((person) => person.id !== viewer.id) }))
          break
        // The pages of articles and of appeals, the header and the bell listen for themselves.
        case 'articles':
        case 'alerts':
        case 'appeals':
        case 'looks':
        case 'pulse':
      }
    }
  })
  const isBroken = useRef(false)
  useEffect(() => {
    return listenToDesk(position, {
      onEvent: (event) => hear.current(event),
      onState: (state) => {
        // Decisions are told from where it broke; what else happened meanwhile is not.
        if (state === 'lost' || state === 'stale') isBroken.current = true
        else if (state === 'open' && isBroken.current) {
          isBroken.current = false
          fresh((rows) => rows.noteAll())
        }
        setLive((now) => ({ ...now, line: state }))
      },
    })
  }, [position, fresh])
  return live
}

/** What is known here of the site and its comments: put right, or loaded again where it is on screen. */
function useKnown(fresh: ReturnType<typeof useFreshRows>) {
  const client = useQueryClient()
  /** Of the whole site; a filtered queue asks for itself. What is mine is not in them. */
  function putCounts(counts: Omit<QueueCounts, 'mine' | 'capped'>): void {
    client.setQueryData<QueueCounts>(countsQuery(UNFILTERED, undefined).queryKey, (known) => ({
      mine: known?.mine ?? 0,
      capped: [],
      ...counts,
    }))
  }
  /** What is known of these comments, and of those in whose thread they stand: what is on screen is loaded again. */
  function refreshAround(decisions: readonly DeskDecision[]): void {
    const decided = new Set(decisions.map(({ commentId }) => commentId))
    void client.invalidateQueries({
      queryKey: ['comment'],
      predicate: ({ queryKey: [, id], state }) => {
        const { thread } = (state.data as CommentContext | undefined) ?? {}
        return decided.has(id as string) || thread?.entries.some((entry) => decided.has(entry.id)) === true
      },
      refetchType: 'active',
    })
  }
  function refreshInPlace(ids: readonly string[]): void {
    fresh((rows) => rows.note(ids))
    for (const id of ids) void client.invalidateQueries({ queryKey: ['comment', id], exact: true, refetchType: 'active' })
  }
  function recount(): void {
    void client.invalidateQueries({ queryKey: ['counts'], refetchType: 'active' })
  }
  return { putCounts, recount, refreshAround, refreshInPlace }
}

/** My own claim moves with every key, and is told too: while the others' are the same, no row is drawn for it. */
function putClaims(live: Live, claims: readonly Claim[]): Live {
  const isKnown = ({ commentId, userId }: Claim) => live.claims.get(commentId)?.userId === userId
  if (claims.length === live.claims.size && claims.every(isKnown)) return live
  return { ...live, claims: new Map(claims.map((claim) => [claim.commentId, claim])) }
}
