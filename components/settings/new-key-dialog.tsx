'use client'

import { useState } from 'react'
import { SCOPES } from '@/lib/domain/actor'
import { readField } from '../sign-in/read-field'
import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useWords } from '../words/words-context'
import { ShownKey } from './shown-key'
import { useSend } from './use-send'
import { FormDialog } from './form-dialog'
import { NameField } from './name-field'

/** Makes a key, then shows it this one time. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('keys')
  const common = useWords('settings')
  const [key, setKey] = useState<string | null>(null)
  const form = useSend()
  const { send, refusal } = form
  const hasNoScope = refusal?.fields['scopes'] !== undefined

  async function make(fields: FormData): Promise<void> {
    const limit = readField(fields, 'rateLimit').trim()
    const input = { name: readField(fields, 'name'), scopes: fields.getAll('scope'), rateLimit: limit === '' ? null : Number(limit) }
    const made = await send<{ key: string }>('POST', 'settings/keys', input)
    if (made) setKey(made.answer.key)
  }

  if (key !== null) return <ShownKey apiKey={key} onClose={onClose} />
  return (
    <FormDialog
      title={t('newTitle')}
      description={t('newHint')}
      send={t('make')}
      sending={common('making')}
      form={form}
      onSend={make}
      onClose={onClose}
    >
      <NameField refusal={refusal} placeholder={t('nameExample')} />
      <fieldset>
        <legend className="text-sm font-[560]">{t('scopes')}</legend>
        {SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            name="scope"
            value={scope}
            defaultChecked={scope === 'ingest'}
            aria-invalid={hasNoScope || undefined}
            aria-describedby={hasNoScope ? 'no-scope' : undefined}
          >
            <bdi className="text-ink">{scope}</bdi> {t(`scope.${scope}`)}
          </Checkbox>
        ))}
        {hasNoScope && (
          <p id="no-scope" className="text-sm font-medium text-rose">
            {t('oneScope')}
          </p>
        )}
      </fieldset>
      <Field label={t('limit')} hint={t('limitHint')} error={refusal?.fields['rateLimit']}>
        {(control) => (
          <Input {...control} name="rateLimit" type="number" min={1} max={100_000_000} step={1} autoComplete="off" className="max-w-40" />
        )}
      </Field>
    </FormDialog>
  )
}
