import { useEffect, useEffectEvent, useState } from 'react'
import type { BatchOf, BatchPreview, BatchProgress, BatchResource } from '@/lib/contracts/batch'
import type { DecisionAct } from '@/lib/domain/decisions'
import { useWords } from '../../words/words-context'
import { ProblemError } from '../desk-api'
import { wordError } from '../failure-words'
import { readAct, writeAct } from './act-choice'
import { previewBatch, runBatch } from './batch-api'
import { toInput, type NotedAct } from './desk-act'

type Step =
  | { name: 'choosing' }
  | { name: 'previewed'; preview: BatchPreview }
  | { name: 'running'; what: 'start' | 'undo'; progress: BatchProgress }
  | { name: 'done'; batch: BatchResource }

interface Steps {
  of: BatchOf
  /** The decision that was asked for; it is shown at once what it would change. */
  asked: NotedAct | undefined
  onDone: () => void
}

/** Deciding on many comments step by step: a decision is chosen, it is shown what it would change, it is carried out, it is taken back. */
export function useBatchSteps({ of, asked, onDone }: Steps) {
  const t = useWords('deciding')
  const shell = useWords('shell')
  const [choice, setChoice] = useState(asked === undefined ? '' : writeAct(asked))
  const [step, setStep] = useState<Step>({ name: 'choosing' })
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(asked !== undefined)
  // It was written to a rejection or a mark, and goes with no other decision.
  const noteFor = (act: DecisionAct | null) => (act === null || act.kind === 'approve' ? undefined : asked?.note)

  const settle = (work: Promise<void>): Promise<void> =>
    work.catch((error: unknown) => setRefusal(wordError(shell, error))).finally(() => setBusy(false))
  function attempt(work: () => Promise<void>): Promise<void> {
    setBusy(true)
    setRefusal(null)
    return settle(work())
  }
  const show = (act: NotedAct) =>
    previewBatch({ of, ...toInput(act) }).then(
      (preview) => setStep({ name: 'previewed', preview }),
      (error: unknown) => {
        if (!(error instanceof ProblemError && error.problem.status === 404)) throw error
        // Colleagues, or this person elsewhere, have decided on all of them.
        setRefusal(t('batch.none'))
      },
    )
  async function preview(value: string): Promise<void> {
    setChoice(value)
    setStep({ name: 'choosing' })
    const act = readAct(value)
    const note = noteFor(act)
    if (act) await attempt(() => show(note === undefined ? act : { ...act, note }))
  }
  async function run(id: string, direction: 'start' | 'undo', total: number): Promise<void> {
    const back = step
    setStep({ name: 'running', what: direction, progress: { done: 0, total } })
    await attempt(async () => {
      try {
        const batch = await runBatch(id, direction, (progress) => setStep({ name: 'running', what: direction, progress }))
        setStep({ name: 'done', batch })
        onDone()
      } catch (error) {
        setStep(back)
        throw error
      }
    })
  }

  const begin = useEffectEvent(() => asked && void settle(show(asked)))
  useEffect(() => void begin(), [])

  return { choice, act: readAct(choice), note: noteFor(readAct(choice)), step, refusal, isBusy, preview, run }
}
