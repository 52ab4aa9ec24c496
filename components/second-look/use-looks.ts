import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Look, NextLook } from '@/lib/contracts/second-look'
import type { LookAnswer } from '@/lib/domain/second-look'
import { isSignedOut, ProblemError, sendDesk } from '../moderation/desk-api'
import { wordError } from '../moderation/failure-words'
import { describeAct } from '../moderation/decision/decision-words'
import { toast } from '../ui/toast'
import { useWords } from '../words/words-context'

const TOAST_ID = 'second-look'
const AHEAD_MS = 30_000

/** An answer of this visit, which may still be on its way. */
interface Answered {
  look: Look
  sent: Promise<void>
}

/** What is on screen; `trouble` when what comes next could not be fetched. */
interface Shown extends NextLook {
  trouble: string | null
}

/** Works through the looks that wait, one at a time: the next is fetched ahead, an answer goes out while it is already on screen. */
export function useLooks(start: NextLook) {
  const t = useWords('second-look')
  const deciding = useWords('deciding')
  const glossary = useWords('glossary')
  const shell = useWords('shell')
  const { shown, setShown, isMoving, isAtRest, move, whenMoved } = useMoves(start)
  const fetchAfter = useFetchAfter(shown.look?.id)
  /** Own answers of this visit, the last at the end: what can be taken back. */
  const answered = useRef<Answered[]>([])

  function skip(): void {
    const { look } = shown
    move(async () => ({ ...(await fetchAfter(look?.id ?? null)), trouble: null }))
  }

  function answer(given: LookAnswer): void {
    const { look } = shown
    if (look === null || !isAtRest()) return
    const sent = sendDesk<void>('PUT', `second-looks/${look.id}/answer`, { answer: given })
    answered.current.push({ look, sent })
    move(async () => {
      const next = await fetchAfter(look.id)
      const waiting = Math.max(0, shown.waiting - 1)
      // Where it was the last one, what comes after it is itself: whether there is more is asked once the answer is in.
      if (next.look !== null && next.look.id !== look.id && !answered.current.some((one) => one.look.id === next.look?.id))
        return { ...next, waiting, trouble: null }
      await sent.catch(() => undefined)
      return { ...(await fetchAfter(null)), trouble: null }
    })
    const act = given.kind === 'unsure' ? t('answered.unsure') : t('answered', { act: describeAct(glossary, given) })
    sent.then(
      () => toast(act, { id: TOAST_ID, action: { label: deciding('toast.undo'), onClick: undo } }),
      async (error: unknown) => {
        answered.current = answered.current.filter((one) => one.sent !== sent)
        // Refused before the next one is there, it would be taken away by that.
        await whenMoved()
        tellRefused(look, error)
      },
    )
  }

  function tellRefused(look: Look, error: unknown): void {
    if (error instanceof ProblemError && error.problem.type === '/problems/conflict')
      return toast(t('first'), { id: TOAST_ID, description: t('first.next') })
    toast.error(t('notSaved'), { id: TOAST_ID, description: wordError(shell, error) })
    // What the server would not have waits for this person no longer; with any other fault it does, and is before them again.
    if (!(error instanceof ProblemError && error.problem.status < 500) || isSignedOut(error))
      setShown((now) => ({ ...now, look, waiting: now.waiting + 1, trouble: null }))
  }

  function undo(): void {
    if (!isAtRest()) return
    const last = answered.current.pop()
    if (last === undefined) return toast(t('nothing'), { id: TOAST_ID })
    const { look, sent } = last
    move(async () => {
      try {
        await sent
        await sendDesk('DELETE', `second-looks/${look.id}/answer`)
        toast(t('takenBack'), { id: TOAST_ID })
        return { ...shown, look, waiting: shown.waiting + 1, trouble: null }
      } catch (error) {
        toast.error(t('notTakenBack'), { id: TOAST_ID, description: wordError(shell, error) })
        return shown
      }
    })
  }

  return { shown, isMoving, answer, skip, undo }
}

/** What is on screen, and going on from it. */
function useMoves(start: NextLook) {
  const shell = useWords('shell')
  const [shown, setShown] = useState<Shown>({ ...start, trouble: null })
  const [isMoving, setMoving] = useState(false)
  const moving = useRef(false)
  /** Done when what is on screen has changed. */
  const moved = useRef(Promise.resolve())

  /** One thing at a time: a key that is pressed while the next comment is fetched is about none. */
  function move(work: () => Promise<Shown>): void {
    if (moving.current) return
    moving.current = true
    setMoving(true)
    moved.current = work()
      .catch((error: unknown): Shown => ({ ...shown, look: null, trouble: wordError(shell, error) }))
      .then((next) => {
        setShown(next)
        moving.current = false
        setMoving(false)
      })
  }

  return { shown, setShown, isMoving, isAtRest: () => !moving.current, move, whenMoved: () => moved.current }
}

/** Fetches what comes after a look, or without one whatever comes first; what comes after the one on screen is there ahead. */
function useFetchAfter(shownId: string | undefined): (id: string | null) => Promise<NextLook> {
  const client = useQueryClient()
  const fetchAfter = useCallback(
    (id: string | null) =>
      client.fetchQuery({
        queryKey: ['second-looks', 'after', id],
        queryFn: () => sendDesk<NextLook>('GET', id === null ? 'second-looks' : `second-looks?after=${id}`),
        // What was fetched ahead of a look is good for the moment after it.
        staleTime: id === null ? 0 : AHEAD_MS,
        gcTime: AHEAD_MS,
      }),
    [client],
  )
  useEffect(() => {
    if (shownId !== undefined) fetchAfter(shownId).catch(() => undefined)
  }, [shownId, fetchAfter])
  return fetchAfter
}
