import { useRef, useState } from 'react'
import type { AppealVerdict } from '@/lib/domain/appeals'
import { wordError } from '../moderation/failure-words'
import { usePreferences } from '../moderation/frame/preferences-context'
import type { Viewer } from '../moderation/viewer'
import { toast } from '../ui/toast'
import { useWords } from '../words/words-context'
import { findNextWaiting, isWaiting } from './open-list'
import type { AnswerWords, useAppeals } from './use-appeals'

export type Answering = ReturnType<typeof useAnswering>

const NO_WORDS: AnswerWords = { note: '', reason: '' }

/** One message at a time: what is pressed again says nothing new. */
const TOAST_ID = 'appeal'

/** The cursor in the list, the notes that are written, and answering: shown at once, the cursor moves on, `z` takes the latest back. */
export function useAnswering(appeals: ReturnType<typeof useAppeals>, viewer: Viewer) {
  const t = useWords('appeals')
  const shell = useWords('shell')
  const { isAdvancing } = usePreferences().preferences
  const { list } = appeals
  const [chosen, select] = useState<string | null>(null)
  const [words, setWords] = useState<ReadonlyMap<string, AnswerWords>>(new Map())
  const currentId = list.some(({ appeal }) => appeal.id === chosen) ? chosen : ((list.find(isWaiting) ?? list[0])?.appeal.id ?? null)
  /** Answered here, the latest last. */
  const given = useRef<string[]>([])

  function write(id: string, next: AnswerWords): void {
    setWords((known) => new Map(known).set(id, next))
    select(id)
  }

  /** Moves the cursor there, and the focus with it, so that it is in sight and read out. */
  function goTo(id: string): void {
    select(id)
    requestAnimationFrame(() => {
      const card = document.getElementById(`appeal-${id}`)
      card?.focus({ preventScroll: true })
      card?.scrollIntoView({ block: 'nearest' })
    })
  }

  function move(by: 1 | -1): void {
    const at = list.findIndex(({ appeal }) => appeal.id === currentId)
    const next = list[at + by]
    if (next) goTo(next.appeal.id)
  }

  async function answer(id: string, outcome: AppealVerdict): Promise<void> {
    const listed = list.find(({ appeal }) => appeal.id === id)
    if (!listed || listed.answer !== null || listed.isGone) return
    if (listed.appeal.mayAnswer !== 'yes') return toast(t(listed.appeal.mayAnswer === 'own' ? 'own' : 'reading'), { id: TOAST_ID })
    const saved = appeals.answer(listed.appeal, outcome, words.get(id) ?? NO_WORDS)
    given.current = [...given.current, id]
    const next = isAdvancing ? findNextWaiting(list, id) : null
    if (next === null) select(id)
    else goTo(next)
    try {
      await saved
    } catch (error) {
      given.current = given.current.filter((one) => one !== id)
      toast.error(t('notSaved'), { description: wordError(shell, error), duration: 12_000 })
    }
  }

  async function undo(id = given.current.at(-1)): Promise<void> {
    const listed = list.find(({ appeal, answer: own }) => appeal.id === id && own !== null)
    if (!listed || id === undefined) return toast(t('nothing'), { id: TOAST_ID })
    try {
      if (!(await appeals.undo(listed))) return
      given.current = given.current.filter((one) => one !== id)
      goTo(id)
      toast(t('takenBack'), { id: TOAST_ID })
    } catch (error) {
      toast.error(t('notBack'), { description: wordError(shell, error) })
    }
  }

  return { currentId, select, move, words, write, answer, undo, canAnswer: viewer.role !== 'editor' }
}
