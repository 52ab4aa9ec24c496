import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppealCase, AppealPage } from '@/lib/contracts/appeal'
import type { DeskDecision } from '@/lib/contracts/teamwork'
import type { AppealVerdict } from '@/lib/domain/appeals'
import { isSignedOut, isToSendAgain, postUndo } from '../moderation/desk-api'
import { listenToDesk } from '../moderation/live/desk-line'
import type { LineState } from '../moderation/live/live-line'
import { fetchOpenAppeals, sendAnswer } from './appeal-api'
import { mergeRead, type GivenAnswer, type ListedAppeal } from './open-list'

/** What goes with an answer. */
export interface AnswerWords {
  note: string
  reason: string
}

/** The most that is read at once. */
const MOST_READ = 100
/** Between two tries to reach the server. */
const LONGEST_WAIT_MS = 15_000

/** The open appeals on screen: read again when the live line tells of one, answered at once and saved behind it. */
export function useAppeals(start: AppealPage, viewerId: string) {
  const [list, setList] = useState<ListedAppeal[]>(() => mergeRead([], start.appeals, true))
  const [cursor, setCursor] = useState(start.nextCursor)
  const [heard, setHeard] = useState<ReadonlyMap<string, DeskDecision>>(new Map())
  const [line, setLine] = useState<LineState>('connecting')
  const [hasFailed, setFailed] = useState(false)
  const client = useQueryClient()
  /** Answers that wait for the connection. */
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set())
  const [isOut, setOut] = useState(false)
  /** The decisions of answers that are on their way, by appeal: whoever takes one back at once waits for it. */
  const saving = useRef(new Map<string, Promise<string>>())
  const latest = useRef({ list, cursor })
  useEffect(() => {
    latest.current = { list, cursor }
  })

  const refresh = useCallback(async (): Promise<void> => {
    const many = Math.min(MOST_READ, Math.max(30, latest.current.list.length + 10))
    try {
      const page = await fetchOpenAppeals(many, null)
      setList((known) => mergeRead(known, page.appeals, page.nextCursor === null))
      if (latest.current.list.length <= many) setCursor(page.nextCursor)
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }, [])
  useEffect(() => {
    let isFirst = true
    return listenToDesk(null, {
      onEvent: (event) => {
        if (event.kind === 'appeals') void refresh()
        if (event.kind === 'decisions') setHeard((known) => hear(known, event.decisions, viewerId))
      },
      onState: (state) => {
        setLine(state)
        if (state === 'open' && !isFirst) void refresh()
        if (state === 'open') isFirst = false
      },
    })
  }, [refresh, viewerId])
  useAskBeforeLeaving(list)

  const put = (id: string, answer: GivenAnswer | null) =>
    setList((known) => known.map((listed) => (listed.appeal.id === id ? { ...listed, answer } : listed)))

  /** @throws ProblemError when it is refused; the appeal is then as it was */
  async function answer({ id, row }: AppealCase, outcome: AppealVerdict, { note, reason }: AnswerWords): Promise<void> {
    const words = { ...(note.trim() === '' ? {} : { note }), ...(outcome === 'granted' || reason === '' ? {} : { reason }) }
    put(id, { outcome, decisionId: null })
    try {
      const input = { version: row.version, outcome, ...words }
      // Sent until there is an answer, a refusal included.
      const sent = client.fetchQuery({
        queryKey: ['answer', id, input],
        queryFn: () => sendAnswer({ id, commentId: row.id, viewerId }, input),
        networkMode: 'always',
        gcTime: 0,
        retry: (_count, error) => {
          if (isToSendAgain(error)) setHeld((known) => new Set(known).add(id))
          setOut(isSignedOut(error))
          return isToSendAgain(error)
        },
        retryDelay: (count) => Math.min(LONGEST_WAIT_MS, 1000 * 2 ** count),
      })
      const saved = sent.then(({ decisionId }) => decisionId)
      saving.current.set(id, saved)
      put(id, { outcome, decisionId: await saved })
    } catch (error) {
      put(id, null)
      void refresh()
      throw error
    } finally {
      saving.current.delete(id)
      setHeld((known) => new Set([...known].filter((one) => one !== id)))
    }
  }

  /** Takes the answer back, once it is saved; false where it never was. @throws ProblemError, UnreachableError; it then stands */
  async function undo({ appeal, answer: given }: ListedAppeal): Promise<boolean> {
    const decisionId = given?.decisionId ?? (await saving.current.get(appeal.id)?.catch(() => null)) ?? null
    if (decisionId === null) return false
    await postUndo(decisionId)
    put(appeal.id, null)
    await refresh()
    return true
  }

  async function readMore(): Promise<void> {
    if (cursor === null) return
    try {
      const page = await fetchOpenAppeals(30, cursor)
      setList((known) => mergeRead(known, page.appeals, false))
      setCursor(page.nextCursor)
    } catch {
      setFailed(true)
    }
  }

  return {
    list,
    heard,
    line,
    held: held.size,
    isSignedOut: held.size > 0 && isOut,
    hasFailed,
    hasMore: cursor !== null,
    refresh,
    answer,
    undo,
    readMore,
  }
}

/** What colleagues decided last, by comment. */
function hear(known: ReadonlyMap<string, DeskDecision>, decisions: readonly DeskDecision[], viewerId: string) {
  const others = decisions.filter(({ byId }) => byId !== viewerId)
  return others.length === 0 ? known : new Map([...known, ...others.map((decision) => [decision.commentId, decision] as const)])
}

/** The browser asks before the page is left while an answer is still to be saved. */
function useAskBeforeLeaving(list: readonly ListedAppeal[]): void {
  const isSaving = list.some(({ answer }) => answer !== null && answer.decisionId === null)
  useEffect(() => {
    if (!isSaving) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isSaving])
}
