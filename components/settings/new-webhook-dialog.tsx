'use client'

import { useState, type SyntheticEvent } from 'react'
import { readField } from '../sign-in/read-field'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useSend } from './use-send'
import { WebhookSecret } from './webhook-secret'

/** Adds an address, then shows its secret this one time. */
export function NewWebhookDialog({ onClose }: { onClose: () => void }) {
  const [secret, setSecret] = useState<string | null>(null)
  const { send, isBusy, refusal } = useSend()

  async function add(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const input = { url: readField(fields, 'url').trim(), description: readField(fields, 'description') }
    const made = await send<{ secret: string }>('POST', 'settings/webhooks', input)
    if (made) setSecret(made.answer.secret)
  }

  if (secret !== null) return <WebhookSecret secret={secret} onClose={onClose} />
  return (
    <Dialog isOpen onOpenChange={onClose} title="New webhook" description="It is told of every decision from now on.">
      <form className="flex flex-col gap-3" onSubmit={(event) => void add(event)}>
        <Field label="Address" hint="It has to answer 2xx within 15 seconds." error={refusal?.fields['url']}>
          {(control) => (
            <Input
              {...control}
              name="url"
              type="url"
              maxLength={2000}
              placeholder="https://cms.example.org/parley"
              required
              autoFocus
              autoComplete="off"
            />
          )}
        </Field>
        <Field label="Description (optional)" error={refusal?.fields['description']}>
          {(control) => <Input {...control} name="description" maxLength={200} placeholder="CMS, production" autoComplete="off" />}
        </Field>
        {refusal && Object.keys(refusal.fields).length === 0 && <Callout tone="error">{refusal.message}</Callout>}
        <DialogButtons>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="solid" type="submit" disabled={isBusy}>
            {isBusy ? 'Adding…' : 'Add the webhook'}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
