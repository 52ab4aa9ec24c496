'use client'

import type { AlertSettings } from '@/lib/contracts/alert'
import { isLanguage, LANGUAGE_NAMES, LANGUAGES, type Language } from '@/lib/domain/languages'
import { Callout } from '../ui/callout'
import { joinClasses } from '../ui/class-names'
import { Field } from '../ui/field'
import { fieldClasses } from '../ui/input'
import { Select } from '../ui/select'
import { useWords } from '../words/words-context'
import { Section } from './section'

interface AlertMailFieldProps {
  /** Addresses, one a line. */
  to: string
  language: Language
  mail: AlertSettings['mail']
  isWrong: boolean
  onChange: (to: string, language: Language) => void
}

/** Who is told by mail as well, one address a line; and whether that works. */
export function AlertMailField({ to, language, mail, isWrong, onChange }: AlertMailFieldProps) {
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
            value={to}
            onChange={(event) => onChange(event.currentTarget.value, language)}
          />
        )}
      </Field>
      <Field label={t('mail.language')} hint={t('mail.language.hint')} className="mt-4 max-w-md">
        {(control) => (
          <Select
            {...control}
            className="max-w-48"
            value={language}
            onChange={({ currentTarget: { value } }) => isLanguage(value) && onChange(to, value)}
          >
            {LANGUAGES.map((one) => (
              <option key={one} value={one} lang={one}>
                {LANGUAGE_NAMES[one]}
              </option>
            ))}
          </Select>
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
