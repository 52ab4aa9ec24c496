'use client'

import { useState } from 'react'
import type { ScorerKind } from '@/lib/contracts/remote-scorer'
import { readField } from '../sign-in/read-field'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { useWords } from '../words/words-context'
import { ShownOnce } from './shown-once'
import type { Refusal } from './send-json'
import { useSend } from './use-send'
import { FormDialog } from './form-dialog'
import { NameField } from './name-field'

/** Adds a service outside; where requests to it are signed, its secret is shown this one time. */
export function NewScorerDialog({ onClose }: { onClose: () => void }) {
  const t = useWords('scorers')
  const common = useWords('settings')
  const [kind, setKind] = useState<ScorerKind>('openai')
  const [secret, setSecret] = useState<string | null>(null)
  const form = useSend()
  const { send, refusal } = form

  async function add(fields: FormData): Promise<void> {
    const optional = (name: string) => readField(fields, name).trim() || null
    const input = {
      name: readField(fields, 'name').trim(),
      kind,
      url: readField(fields, 'url').trim(),
      ...(kind === 'openai' ? { model: optional('model') } : {}),
      apiKey: optional('apiKey'),
      timeoutSeconds: Number(readField(fields, 'timeoutSeconds')),
    }
    const made = await send<{ signingSecret: string | null }>('POST', 'settings/scorers', input)
    if (made === null) return
    if (made.answer.signingSecret === null) onClose()
    else setSecret(made.answer.signingSecret)
  }

  if (secret !== null) {
    return (
      <ShownOnce title={t('secret')} text={secret} label={t('secretLabel')} warning={t('secretWarning')} onClose={onClose}>
        {t('secretUse')}
      </ShownOnce>
    )
  }
  return (
    <FormDialog
      title={t('add')}
      description={t('addHint')}
      send={t('addSend')}
      sending={common('adding')}
      form={form}
      onSend={add}
      onClose={onClose}
    >
      <ScorerFields kind={kind} onKind={setKind} refusal={refusal} />
    </FormDialog>
  )
}

interface ScorerFieldsProps {
  kind: ScorerKind
  onKind: (kind: ScorerKind) => void
  refusal: Refusal | null
}

/** What the service is called, how it speaks and where it is reached. */
function ScorerFields({ kind, onKind, refusal }: ScorerFieldsProps) {
  const t = useWords('scorers')
  const common = useWords('settings')
  return (
    <>
      <NameField refusal={refusal} maxLength={60} placeholder={t('nameExample')} />
      <Field label={t('speak')}>
        {(control) => (
          <Select {...control} value={kind} onChange={(event) => onKind(event.target.value as ScorerKind)}>
            <option value="openai">{t('kind.openai')}</option>
            <option value="http">{t('kind.http')}</option>
          </Select>
        )}
      </Field>
      <Field label={common('address')} hint={kind === 'openai' ? t('openaiHint') : t('httpHint')} error={refusal?.fields['url']}>
        {(control) => (
          <Input
            {...control}
            name="url"
            type="url"
            maxLength={2000}
            placeholder={kind === 'openai' ? 'https://api.example.org/v1' : 'https://scorer.example.org/score'}
            required
            autoComplete="off"
          />
        )}
      </Field>
      {kind === 'openai' && (
        <Field label={t('modelField')} error={refusal?.fields['model']}>
          {(control) => <Input {...control} name="model" maxLength={200} placeholder="omni-moderation-latest" autoComplete="off" />}
        </Field>
      )}
      <Field label={t('key')} hint={t('keyHint')} error={refusal?.fields['apiKey']}>
        {(control) => <Input {...control} name="apiKey" type="password" maxLength={1000} autoComplete="off" />}
      </Field>
      <Field label={t('seconds')} error={refusal?.fields['timeoutSeconds']}>
        {(control) => (
          <Input
            {...control}
            name="timeoutSeconds"
            type="number"
            min={0.5}
            max={60}
            step={0.5}
            defaultValue={5}
            required
            className="max-w-28"
          />
        )}
      </Field>
    </>
  )
}
