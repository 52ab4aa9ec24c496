import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { toast } from '../../ui/toast'
import { useWords } from '../../words/words-context'
import { sendDesk } from '../desk-api'
import { wordError } from '../failure-words'

/** To whom, by id and by name (null: to whoever leads), and the words that go with it. */
export interface Handing {
  to: { id: string; name: string } | null
  note: string
}

interface Handed {
  ids: readonly string[]
  /** Where the cursor stood. */
  from: string | null
  /** When, on the clock of `performance.now()`. */
  at: number
}

const TOAST_ID = 'assignment'
const TOLD_MS = 6000

/** Handing comments over, one or many, and the way back. */
export function useHandOver() {
  const t = useWords('deciding')
  const shell = useWords('shell')
  const client = useQueryClient()
  const handed = useRef<readonly Handed[]>([])

  function reload(ids: readonly string[]): void {
    for (const id of ids) void client.invalidateQueries({ queryKey: ['comment', id], exact: true })
    void client.invalidateQueries({ queryKey: ['counts'] })
  }

  /** @throws ProblemError, UnreachableError: then nothing was handed over */
  async function handOver(ids: readonly string[], { to, note }: Handing, from: string | null): Promise<void> {
    const written = note.trim() === '' ? {} : { note }
    await sendDesk('PUT', 'assignments', { commentIds: ids, to: to?.id ?? 'leads', ...written })
    const one: Handed = { ids, from, at: performance.now() }
    handed.current = [...handed.current, one]
    reload(ids)
    toast(to === null ? t('assign.escalated') : t('assign.handed', { name: to.name }), {
      id: TOAST_ID,
      ...(ids.length > 1 ? { description: t('assign.count', { count: ids.length }) } : {}),
      action: { label: t('assign.takeBack'), onClick: () => void takeBack(one) },
      duration: TOLD_MS,
    })
  }

  async function takeBack(one: Handed): Promise<void> {
    handed.current = handed.current.filter((other) => other !== one)
    try {
      await sendDesk('DELETE', 'assignments', { commentIds: one.ids })
      reload(one.ids)
      toast(t('assign.takenBack'), { id: TOAST_ID, duration: 2500 })
    } catch (error) {
      handed.current = [...handed.current, one].sort((a, b) => a.at - b.at)
      toast.error(t('assign.notTakenBack'), { id: TOAST_ID, description: wordError(shell, error) })
    }
  }

  /** What was handed over last and not taken back. */
  const findLast = (): Handed | null => handed.current.at(-1) ?? null

  return { handOver, takeBack, findLast }
}
