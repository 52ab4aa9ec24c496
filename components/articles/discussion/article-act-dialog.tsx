'use client'

import { useState } from 'react'
import type { ArticleActInput } from '@/lib/contracts/article-act'
import { Button } from '../../ui/button'
import { Dialog, DialogButtons } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { fieldClasses } from '../../ui/input'
import { Select } from '../../ui/select'
import { sendOnEnter } from '../../ui/send-on-enter'
import { useBusy } from '../../ui/use-busy'
import { useWords } from '../../words/words-context'

export type AskedAct = 'ask_help' | 'slow_article' | 'close_article'

interface ArticleActDialogProps {
  asked: AskedAct
  slowSeconds: number | null
  /** Null when it was done, else why not. */
  onTake: (act: ArticleActInput['act'], note?: string) => Promise<string | null>
  onClose: () => void
}

/** In seconds. */
const PACES = [30, 120, 600, 3600] as const

/** Asks what an act needs to know before it is taken. */
export function ArticleActDialog({ asked, slowSeconds, onTake, onClose }: ArticleActDialogProps) {
  const t = useWords('article')
  const [note, setNote] = useState('')
  const [pace, setPace] = useState(String(slowSeconds ?? ''))
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useBusy()
  const isNoteNeeded = asked === 'ask_help'
  const isNoteMissing = isNoteNeeded && note.trim() === ''
  async function take(): Promise<void> {
    const answer = await (asked === 'ask_help'
      ? onTake({ kind: 'ask_help', note: note.trim() })
      : asked === 'slow_article'
        ? onTake({ kind: 'slow_article', seconds: pace === '' ? null : Number(pace) }, note)
        : onTake({ kind: 'close_article' }, note))
    if (answer === null) onClose()
    else setRefusal(answer)
  }
  return (
    <Dialog onClose={onClose} title={t(`act.${asked}`)} description={t(`ask.${asked}`)}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isNoteMissing) run(take)
        }}
      >
        {asked === 'slow_article' && (
          <Field label={t('pace')}>
            {(control) => (
              <Select {...control} autoFocus value={pace} onChange={(event) => setPace(event.target.value)}>
                <option value="">{t('pace.off')}</option>
                {PACES.map((seconds) => (
                  <option key={seconds} value={seconds}>
                    {t(`pace.${seconds}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Field label={isNoteNeeded ? t('note.look') : t('note.log')} hint={isNoteNeeded ? t('note.seen') : t('note.empty')} error={refusal}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={500}
              required={isNoteNeeded}
              autoFocus={asked !== 'slow_article'}
              value={note}
              onChange={(event) => setNote(event.target.value)}
              onKeyDown={sendOnEnter}
              className={`${fieldClasses} py-1.5`}
            />
          )}
        </Field>
        <DialogButtons>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="solid" type="submit" disabled={isNoteMissing} aria-disabled={isBusy}>
            {t(`act.${asked}`)}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
