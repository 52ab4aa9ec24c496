'use client'

import { useState } from 'react'
import { readField } from '../sign-in/read-field'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useWords } from '../words/words-context'
import { useSend } from './use-send'
import { WebhookSecret } from './webhook-secret'
import { FormDialog } from './form-dialog'

/** Adds an address, then shows its secret this one time. */
export function NewWebhookDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('webhooks')
  const common = useWords('settings')
  const [secret, setSecret] = useState<string | null>(null)
  const form = useSend()
  const { send, refusal } = form

  async function add(fields: FormData): Promise<void> {
    const input = { url: readField(fields, 'url').trim(), description: readField(fields, 'description') }
    const made = await send<{ secret: string }>('POST', 'settings/webhooks', input)
    if (made) setSecret(made.answer.secret)
  }

  if (secret !== null) return <WebhookSecret secret={secret} onClose={onClose} />
  return (
    <FormDialog
      title={t('new')}
      description={t('newHint')}
      send={t('add')}
      sending={common('adding')}
      form={form}
      onSend={add}
      onClose={onClose}
    >
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
    </FormDialog>
  )
}
