'use client'

import { useState, type SyntheticEvent } from 'react'
import type { ApiKeyResource } from '@/lib/contracts/settings'
import { readField } from '../sign-in/read-field'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { ShownKey } from './shown-key'
import { useSend } from './use-send'

const OVERLAPS = [
  { hours: 24, words: 'for 24 hours' },
  { hours: 168, words: 'for 7 days' },
  { hours: 1, words: 'for an hour' },
  { hours: 0, words: 'no longer' },
]

/** Makes a key in the place of another, which works on for a while. */
export function RotateKeyDialog({ apiKey, onClose }: { apiKey: ApiKeyResource; onClose: () => void }) {
  const [key, setKey] = useState<string | null>(null)
  const { send, isBusy, refusal } = useSend()

  async function rotate(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const overlapHours = Number(readField(new FormData(event.currentTarget), 'overlap'))
    const made = await send<{ key: string }>('POST', `settings/keys/${apiKey.id}/rotation`, { overlapHours })
    if (made) setKey(made.answer.key)
  }

  if (key !== null) return <ShownKey apiKey={key} onClose={onClose} />
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={`Rotate ${apiKey.name}?`}
      description="A new key with the same name and rights takes its place."
    >
      <form className="flex flex-col gap-3" onSubmit={(event) => void rotate(event)}>
        <Field label="The old key works on">
          {(control) => (
            <Select {...control} name="overlap">
              {OVERLAPS.map(({ hours, words }) => (
                <option key={hours} value={hours}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {refusal && <Callout tone="error">{refusal.message}</Callout>}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="solid" type="submit" disabled={isBusy}>
            {isBusy ? 'Rotating…' : 'Make the new key'}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
