'use client'

import { useState } from 'react'
import { toast } from '../ui/toast'
import { Button } from '../ui/button'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { fieldClasses } from '../ui/input'
import { Select } from '../ui/select'
import { sendDesk } from './desk-api'

interface AssignDialogProps {
  commentId: string
  people: readonly { id: string; name: string }[]
  viewerId: string
  onDone: () => void
  onClose: () => void
}

/** Hands a comment to a colleague, or to whoever leads, with a word about why. */
export function AssignDialog({ commentId, people, viewerId, onDone, onClose }: AssignDialogProps) {
  const [to, setTo] = useState('leads')
  const [note, setNote] = useState('')
  const [refusal, setRefusal] = useState<string | null>(null)
  async function hand(): Promise<void> {
    try {
      await sendDesk('PUT', `comments/${commentId}/assignment`, { to, ...(note.trim() === '' ? {} : { note }) })
      toast(to === 'leads' ? 'Escalated to the leads' : `Handed to ${people.find((person) => person.id === to)?.name ?? 'a colleague'}`)
      onDone()
      onClose()
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : 'It did not work.')
    }
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title="Escalate"
      description="It stays in the queue, and is in theirs until somebody decides."
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          void hand()
        }}
      >
        <Field label="To" error={refusal}>
          {(control) => (
            <Select {...control} value={to} autoFocus onChange={(event) => setTo(event.target.value)}>
              <option value="leads">The leads</option>
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.name}
                  {person.id === viewerId ? ' (you)' : ''}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Note" hint="What they should know. Colleagues see it, commenters never do.">
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
          <Button onClick={onClose}>Cancel</Button>
          <Button look="solid" type="submit">
            Escalate
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
