import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppealCase, AppealPage, AppealVerdictInput } from '@/lib/contracts/appeal'
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
  const { list, cursor, hasFailed, put, refresh, readMore } = useOpenList(start)
  const { heard, line } = useHeard(viewerId, refresh)
  const { held, isSignedOut, answer, undo } = useAnswers(viewerId, put, refresh)
  useAskBeforeLeaving(list)
  return { list, heard, line, held, isSignedOut, hasFailed, hasMore: cursor !== null, refresh, answer, undo, readMore }
}

/** What was read of the open appeals, with what was answered here. */
function useOpenList(start: AppealPage) {
  const [list, setList] = useState<ListedAppeal[]>(() => mergeRead([], start.appeals, true))
  const [cursor, setCursor] = useState(start.nextCursor)
  const [hasFailed, setFailed] = useState(false)
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

  const put: Put = (id, answer) => setList((known) => known.map((listed) => (listed.appeal.id === id ? { ...listed, answer } : listed)))

  return { list, cursor, hasFailed, put, refresh, readMore }
}

/** Shows an answer with its appeal, or none. */
type Put = (id: string, answer: GivenAnswer | null) => void

/** What the live line tells while the page is open. */
function useHeard(viewerId: string, refresh: () => Promise<void>) {
  const [heard, setHeard] = useState<ReadonlyMap<string, DeskDecision>>(new Map())
  const [line, setLine] = useState<LineState>('connecting')
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
  return { heard, line }
}

/** Answers, shown at once and sent until the server says something, a refusal included. */
function useAnswers(viewerId: string, put: Put, refresh: () => Promise<void>) {
  const client = useQueryClient()
  /** Answers that wait for the connection. */
  const [held, setHeld] = useState<ReadonlySet<string>>(new Set())
  const [isOut, setOut] = useState(false)
  /** The decisions of answers that are on their way, by appeal: whoever takes one back at once waits for it. */
  const saving = useRef(new Map<string, Promise<string>>())

  const send = (id: string, commentId: string, input: AppealVerdictInput) =>
    client.fetchQuery({
      queryKey: ['answer', id, input],
      queryFn: () => sendAnswer({ id, commentId, viewerId }, input),
      networkMode: 'always',
      gcTime: 0,
      retry: (_count, error) => {
        if (isToSendAgain(error)) setHeld((known) => new Set(known).add(id))
        setOut(isSignedOut(error))
        return isToSendAgain(error)
      },
      retryDelay: (count) => Math.min(LONGEST_WAIT_MS, 1000 * 2 ** count),
    })

  /** @throws ProblemError when it is refused; the appeal is then as it was */
  async function answer({ id, row }: AppealCase, outcome: AppealVerdict, { note, reason }: AnswerWords): Promise<void> {
    const words = { ...(note.trim() === '' ? {} : { note }), ...(outcome === 'granted' || reason === '' ? {} : { reason }) }
    put(id, { outcome, decisionId: null })
    try {
      const saved = send(id, row.id, { version: row.version, outcome, ...words }).then(({ decisionId }) => decisionId)
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

  return { held: held.size, isSignedOut: held.size > 0 && isOut, answer, undo }
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
