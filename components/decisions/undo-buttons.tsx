import { useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { LoggedDecision } from '@/lib/contracts/decision-log'
import { describeOutcomes, runBatch } from '../moderation/decision/batch-api'
import { postUndo } from '../moderation/desk-api'
import { wordError } from '../moderation/failure-words'
import { Button } from '../ui/button'
import { toast } from '../ui/toast'
import { useFormats, useWords } from '../words/words-context'
import { countOf } from './line-facts'

/** The ways back: of all that was decided together, of this one. */
export function UndoButtons({ decision, isTogether }: { decision: LoggedDecision; isTogether: boolean }) {
  const t = useWords('decisions')
  const deciding = useWords('deciding')
  const shell = useWords('shell')
  const formats = useFormats()
  const router = useRouter()
  const client = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const { id, batch } = decision

  async function attempt(work: () => Promise<string>): Promise<void> {
    setBusy(true)
    try {
      toast(await work())
      router.refresh()
      void client.invalidateQueries({ queryKey: ['log'] })
    } catch (error) {
      toast.error(t('notBack'), { description: wordError(shell, error) })
    } finally {
      setBusy(false)
    }
  }
  const undoOne = () => attempt(async () => (await postUndo(id)) && t('doneBack'))
  const undoAll = (batchId: string) =>
    attempt(async () => describeOutcomes(deciding, formats, await runBatch(batchId, 'undo', () => undefined)))

  return (
    <>
      {isTogether && batch !== null && (
        <Button size="sm" disabled={isBusy} onClick={() => void undoAll(batch.id)}>
          <Undo2 aria-hidden className="rtl:-scale-x-100" /> {t('undoBatch')}
        </Button>
      )}
      {countOf(decision) === 1 && (
        <Button size="sm" look="quiet" disabled={isBusy} onClick={() => void undoOne()} className="-me-2">
          <Undo2 aria-hidden className="rtl:-scale-x-100" /> <span className="max-sm:sr-only">{t('undo')}</span>
        </Button>
      )}
    </>
  )
}
