'use client'

import { useState } from 'react'
import { toast } from '../../ui/toast'
import { Button } from '../../ui/button'
import { Dialog, DialogButtons } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { fieldClasses } from '../../ui/input'
import { Select } from '../../ui/select'
import { sendOnEnter } from '../../ui/send-on-enter'
import { useBusy } from '../../ui/use-busy'
import { useWords } from '../../words/words-context'
import { sendDesk } from '../desk-api'
import { wordError } from '../failure-words'

const TOAST_ID = 'assignment'

interface AssignDialogProps {
  commentIds: readonly string[]
  people: readonly { id: string; name: string }[]
  viewerId: string
  onDone: () => void
  onClose: () => void
}

/** Hands a comment, or several at once, to a colleague or to whoever leads, with a word about why. */
export function AssignDialog({ commentIds, people, viewerId, onDone, onClose }: AssignDialogProps) {
  const t = useWords('deciding')
  const shell = useWords('shell')
  const [to, setTo] = useState('leads')
  const [note, setNote] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useBusy()
  const count = commentIds.length
  async function takeBack(): Promise<void> {
    try {
      await sendDesk('DELETE', 'assignments', { commentIds })
      toast(t('assign.takenBack'), { id: TOAST_ID })
    } catch (error) {
      toast.error(t('assign.notTakenBack'), { id: TOAST_ID, description: wordError(shell, error) })
    }
  }
  async function hand(): Promise<void> {
    try {
      await sendDesk('PUT', 'assignments', { commentIds, to, ...(note.trim() === '' ? {} : { note }) })
      toast(
        to === 'leads'
          ? t('assign.escalated')
          : t('assign.handed', { name: people.find((person) => person.id === to)?.name ?? t('assign.colleague') }),
        {
          id: TOAST_ID,
          ...(count > 1 ? { description: t('assign.count', { count }) } : {}),
          action: { label: t('assign.takeBack'), onClick: () => void takeBack() },
          duration: 6000,
        },
      )
      onDone()
      onClose()
    } catch (error) {
      setRefusal(wordError(shell, error))
    }
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={count > 1 ? t('assign.many', { count }) : t('escalate')}
      description={t('assign.what')}
    >
      <form
        className="flex flex-col gap-3"
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
              onKeyDown={sendOnEnter}
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
