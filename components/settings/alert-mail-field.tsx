'use client'

import type { AlertSettings } from '@/lib/contracts/alert'
import { Callout } from '../ui/callout'
import { joinClasses } from '../ui/class-names'
import { Field } from '../ui/field'
import { fieldClasses } from '../ui/input'
import { useWords } from '../words/words-context'
import { Section } from './section'

interface AlertMailFieldProps {
  value: string
  mail: AlertSettings['mail']
  isWrong: boolean
  onChange: (value: string) => void
}

/** Who is told by mail as well, one address a line; and whether that works. */
export function AlertMailField({ value, mail, isWrong, onChange }: AlertMailFieldProps) {
  const t = useWords('alerts')
  return (
    <Section title={t('mail')} hint={mail.isSetUp ? t('mail.hint') : t('mail.off', { variable: 'SMTP_URL' })}>
      <Field label={t('mail.to')} error={isWrong ? t('mail.wrong') : null} className="max-w-md">
        {(control) => (
          <textarea
            {...control}
            dir="ltr"
            rows={3}
            autoComplete="off"
            className={joinClasses(fieldClasses, 'h-auto w-full py-1.5')}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
      {mail.failure !== null && (
        <Callout tone="warning" className="mt-3">
          {t.parts('mail.failed', {
            address: <bdi key="address">{mail.failure.address}</bdi>,
            reason: <bdi key="reason">{mail.failure.failure}</bdi>,
          })}
        </Callout>
      )}
    </Section>
  )
}
