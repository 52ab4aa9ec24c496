'use client'

import { useState } from 'react'
import { Button } from '../../ui/button'
import { Dialog, DialogButtons } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { fieldClasses } from '../../ui/input'
import { Select } from '../../ui/select'
import { sendOnEnter } from '../../ui/send-on-enter'
import { useBusy } from '../../ui/use-busy'
import { useWords } from '../../words/words-context'
import { wordError } from '../failure-words'
import type { Handing } from './use-hand-over'

interface AssignDialogProps {
  /** How many comments they are. */
  count: number
  people: readonly { id: string; name: string }[]
  viewerId: string
  /** Rejects where nothing was handed over. */
  onHand: (handing: Handing) => Promise<void>
  onClose: () => void
}

/** Hands a comment, or several at once, to a colleague or to whoever leads, with a word about why. */
export function AssignDialog({ count, people, viewerId, onHand, onClose }: AssignDialogProps) {
  const t = useWords('deciding')
  const shell = useWords('shell')
  const [to, setTo] = useState('leads')
  const [note, setNote] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useBusy()
  async function hand(): Promise<void> {
    const person = people.find(({ id }) => id === to)
    try {
      await onHand({ to: person ?? null, note })
      onClose()
    } catch (error) {
      setRefusal(wordError(shell, error))
    }
  }
  return (
    <Dialog onClose={onClose} title={count > 1 ? t('assign.many', { count }) : t('escalate')} description={t('assign.what')}>
      <form
        className="flex flex-col gap-3"
        onKeyDown={sendOnEnter}
        onSubmit={(event) => {
          event.preventDefault()
          run(hand)
        }}
      >
        <Field label={t('assign.to')} error={refusal}>
          {(control) => (
            <Select {...control} value={to} autoFocus onChange={(event) => setTo(event.target.value)}>
              <option value="leads">{t('assign.leads')}</option>
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.id === viewerId ? t('assign.you', { name: person.name }) : person.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('assign.note')} hint={t('assign.noteHint')}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
              className={`${fieldClasses} py-1.5`}
            />
          )}
        </Field>
        <DialogButtons>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button look="solid" type="submit" aria-disabled={isBusy}>
            {t('escalate')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
