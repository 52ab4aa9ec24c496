'use client'

import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useWords } from '../words/words-context'
import type { Refusal } from './send-json'

interface NameFieldProps {
  refusal: Refusal | null
  maxLength?: number
  placeholder?: string
}

/** What somebody calls a new thing; the first field of its dialog. */
export function NameField({ refusal, maxLength = 100, placeholder }: NameFieldProps) {
  const common = useWords('settings')
  return (
    <Field label={common('name')} error={refusal?.fields['name']}>
      {(control) => (
        <Input {...control} name="name" maxLength={maxLength} placeholder={placeholder} dir="auto" required autoFocus autoComplete="off" />
      )}
    </Field>
  )
}
