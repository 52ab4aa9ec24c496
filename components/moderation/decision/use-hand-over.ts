import { useQueryClient } from '@tanstack/react-query'
import type { AssignmentsAnswer } from '@/lib/contracts/teamwork'
import { toast } from '../../ui/toast'
import { useWords } from '../../words/words-context'
import { sendDesk } from '../desk-api'
import { wordError } from '../failure-words'
import { dropHanded, noteHanded, returnHanded } from './handed'

/** To whom, by id and by name (null: to whoever leads), and the words that go with it. */
export interface Handing {
  to: { id: string; name: string } | null
  note: string
}

/** In the place of what is said of decisions: one of them can be taken back from there, the latest. */
const TOAST_ID = 'decision'
const TOLD_MS = 6000

/**
 * Handing comments over, one or many, with the way back.
 *
 * @param from where the cursor stands
 */
export function useHandOver(ids: readonly string[], from: string | null, viewerId: string) {
  const t = useWords('deciding')
  const shell = useWords('shell')
  const client = useQueryClient()

  function reload(): void {
    for (const id of ids) void client.invalidateQueries({ queryKey: ['comment', id], exact: true })
    void client.invalidateQueries({ queryKey: ['counts'] })
  }

  /** @throws ProblemError, UnreachableError: then nothing was handed over */
  async function handOver({ to, note }: Handing): Promise<void> {
    const written = note.trim() === '' ? {} : { note }
    const { handed } = await sendDesk<AssignmentsAnswer>('PUT', 'assignments', { commentIds: ids, to: to?.id ?? 'leads', ...written })
    const takeBack = () => unassign(handed, takeBack)
    noteHanded({ from, takeBack })
    reload()
    toast(to === null ? t('assign.escalated') : to.id === viewerId ? t('assign.kept') : t('assign.handed', { name: to.name }), {
      id: TOAST_ID,
      ...(ids.length > 1 ? { description: describeCount(handed.length) } : {}),
      action: { label: t('assign.takeBack'), onClick: () => void takeBack() },
      duration: TOLD_MS,
    })
  }

  /** Somebody may have decided on some of them since they were selected. */
  function describeCount(handed: number): string {
    const told = t('assign.count', { count: handed })
    return handed < ids.length ? `${told} · ${t('assign.leftOut', { count: ids.length - handed })}` : told
  }

  async function unassign(handed: readonly string[], takeBack: () => Promise<void>): Promise<void> {
    const one = dropHanded(takeBack)
    try {
      await sendDesk('DELETE', 'assignments', { commentIds: handed })
      reload()
      toast(t('assign.takenBack'), { id: TOAST_ID, duration: 2500 })
    } catch (error) {
      if (one !== null) returnHanded(one)
      toast.error(t('assign.notTakenBack'), { id: TOAST_ID, description: wordError(shell, error) })
    }
  }

  return handOver
}
