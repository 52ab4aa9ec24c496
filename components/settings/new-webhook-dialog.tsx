'use client'

import { useState, type SyntheticEvent } from 'react'
import { readField } from '../sign-in/read-field'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useWords } from '../words/words-context'
import { useSend } from './use-send'
import { WebhookSecret } from './webhook-secret'

/** Adds an address, then shows its secret this one time. */
export function NewWebhookDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('webhooks')
  const common = useWords('settings')
  const shell = useWords('shell')
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
    <Dialog isOpen onOpenChange={onClose} title={t('new')} description={t('newHint')}>
      <form className="flex flex-col gap-3" onSubmit={(event) => void add(event)}>
        <Field label={common('address')} hint={t('addressHint')} error={refusal?.fields['url']}>
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
        <Field label={t('description')} error={refusal?.fields['description']}>
          {(control) => (
            <Input {...control} name="description" maxLength={200} placeholder={t('descriptionExample')} dir="auto" autoComplete="off" />
          )}
        </Field>
        {refusal && Object.keys(refusal.fields).length === 0 && <Callout tone="error">{refusal.message}</Callout>}
        <DialogButtons>
          <Button onClick={onClose}>{shell('cancel')}</Button>
          <Button look="solid" type="submit" disabled={isBusy}>
            {isBusy ? common('adding') : t('add')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  )
}
