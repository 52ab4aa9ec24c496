'use client'

import { useState } from 'react'
import type { ApiKeyResource } from '@/lib/contracts/settings'
import { readField } from '../sign-in/read-field'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import type { Words } from '../words/rooms'
import { useWords } from '../words/words-context'
import { ShownKey } from './shown-key'
import { useSend } from './use-send'
import { FormDialog } from './form-dialog'

/** Hours; the usual choice first. */
const OVERLAPS = [24, 168, 1, 0]

/** Makes a key in the place of another, which works on for a while. */
export function RotateKeyDialog({ apiKey, onClose }: { apiKey: ApiKeyResource; onClose: () => void }) {
  const t = useWords('keys')
  const common = useWords('settings')
  const [key, setKey] = useState<string | null>(null)
  const form = useSend()

  async function rotate(fields: FormData): Promise<void> {
    const overlapHours = Number(readField(fields, 'overlap'))
    const made = await form.send<{ key: string }>('POST', `settings/keys/${apiKey.id}/rotation`, { overlapHours })
    if (made) setKey(made.answer.key)
  }

  if (key !== null) return <ShownKey apiKey={key} onClose={onClose} />
  return (
    <FormDialog
      title={t.parts('rotateTitle', { name: <bdi key="name">{apiKey.name}</bdi> })}
      description={t('rotateHint')}
      send={t('rotateSend')}
      sending={common('rotating')}
      form={form}
      onSend={rotate}
      onClose={onClose}
    >
      <Field label={t('overlap')}>
        {(control) => (
          <Select {...control} name="overlap">
            {OVERLAPS.map((hours) => (
              <option key={hours} value={hours}>
                {wordOverlap(t, hours)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </FormDialog>
  )
}

function wordOverlap(t: Words<'keys'>, hours: number): string {
  if (hours === 0) return t('overlapNone')
  return hours > 24 ? t('overlapDays', { count: hours / 24 }) : t('overlapHours', { count: hours })
}
