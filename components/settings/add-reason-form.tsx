'use client'

import { useRef, type SyntheticEvent } from 'react'
import { toast } from '../ui/toast'
import { readField } from '../sign-in/read-field'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Field } from '../ui/field'
import { fieldClasses, Input } from '../ui/input'
import { useWords } from '../words/words-context'
import { useSend } from './use-send'

/** Adds a reason, and is ready for the next. */
export function AddReasonForm() {
  const t = useWords('reasons')
  const common = useWords('settings')
  const { send, isBusy, refusal } = useSend()
  const label = useRef<HTMLInputElement>(null)

  async function add(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form)
    const reason = { label: readField(fields, 'label').trim(), message: readField(fields, 'message') }
    if (await send('POST', 'settings/reasons', reason)) {
      toast.success(t('added', { label: reason.label }))
      form.reset()
    }
    label.current?.focus()
  }

  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => void add(event)}>
      <Field label={t('label')} hint={t('labelHint')} error={refusal?.fields['label']}>
        {(control) => <Input {...control} ref={label} name="label" maxLength={60} required dir="auto" autoComplete="off" />}
      </Field>
      <Field label={t('message')} hint={t('messageHint')} error={refusal?.fields['message']}>
        {(control) => <textarea {...control} name="message" rows={2} maxLength={1000} dir="auto" className={`${fieldClasses} py-1.5`} />}
      </Field>
      {refusal && refusal.fields['label'] === undefined && <Callout tone="error">{refusal.message}</Callout>}
      <Button look="solid" type="submit" disabled={isBusy} className="self-end">
        {isBusy ? common('adding') : t('add')}
      </Button>
    </form>
  )
}
