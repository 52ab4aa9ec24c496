'use client'

import { useState, type SyntheticEvent } from 'react'
import type { AlertLines, AlertSettings } from '@/lib/contracts/alert'
import type { AlertMeasure } from '@/lib/domain/alerts'
import type { Language } from '@/lib/domain/languages'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { toast } from '../ui/toast'
import { useWords } from '../words/words-context'
import { AlertMailField } from './alert-mail-field'
import { AlertPreview } from './alert-preview'
import { Section } from './section'
import { useSend } from './use-send'

/** What stands in the fields: texts, so that a field may be empty while one types. */
interface Draft {
  rate: string
  uncivil: string
  off_topic: string
  least: string
  mailTo: string
  mailLanguage: Language
  on: Record<AlertMeasure, boolean>
}

const RANGES = { rate: [1, 1_000_000], uncivil: [1, 100], off_topic: [1, 100], least: [1, 10_000] } as const
/** What a line begins with that was off. */
const USUAL = { rate: 60, uncivil: 25, off_topic: 50 }
const MEASURES = ['rate', 'uncivil', 'off_topic'] as const

function toDraft({ ratePerHour, uncivilShare, offTopicShare, leastComments, mailTo, mailLanguage }: AlertLines): Draft {
  const percent = (share: number | null, usual: number) => String(share === null ? usual : Math.round(share * 100))
  return {
    rate: String(ratePerHour ?? USUAL.rate),
    uncivil: percent(uncivilShare, USUAL.uncivil),
    off_topic: percent(offTopicShare, USUAL.off_topic),
    least: String(leastComments),
    mailTo: mailTo.join('\n'),
    mailLanguage,
    on: { rate: ratePerHour !== null, uncivil: uncivilShare !== null, off_topic: offTopicShare !== null },
  }
}

function toLines({ rate, uncivil, off_topic, least, mailTo, mailLanguage, on }: Draft): AlertLines {
  return {
    ratePerHour: on.rate ? Number(rate) : null,
    uncivilShare: on.uncivil ? Number(uncivil) / 100 : null,
    offTopicShare: on.off_topic ? Number(off_topic) / 100 : null,
    leastComments: Number(least),
    mailTo: mailTo.split(/[\s,;]+/).filter((address) => address !== ''),
    mailLanguage,
  }
}

function isWrong(draft: Draft, name: keyof typeof RANGES): boolean {
  const [from, to] = RANGES[name]
  const value = Number(draft[name])
  return (name === 'least' || draft.on[name]) && !(Number.isInteger(value) && draft[name].trim() !== '' && value >= from && value <= to)
}

/** Over which lines everybody is told of a discussion. Saved as a whole, and only over what was on screen. */
export function AlertLinesForm({ settings }: { settings: AlertSettings }) {
  const t = useWords('alerts')
  const [seen, setSeen] = useState(settings)
  const [draft, setDraft] = useState(() => toDraft(settings.lines))
  const { send, isBusy, refusal } = useSend()
  const isMailWrong = toLines(draft).mailTo.some((address) => !/^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/.test(address))
  const hasWrong = isMailWrong || (Object.keys(RANGES) as (keyof typeof RANGES)[]).some((name) => isWrong(draft, name))
  const isChanged = hasWrong || JSON.stringify(toLines(draft)) !== JSON.stringify(seen.lines)

  async function save(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (hasWrong) return
    const saved = await send<AlertSettings>('PUT', 'settings/alerts', { lines: toLines(draft), version: seen.version })
    if (saved === null) return
    setSeen(saved.answer)
    setDraft(toDraft(saved.answer.lines))
    toast.success(t('saved'))
  }

  const field = (name: keyof typeof RANGES) => ({
    value: draft[name],
    isOff: name !== 'least' && !draft.on[name],
    error: isWrong(draft, name) ? t('wrong', { from: RANGES[name][0], to: RANGES[name][1] }) : null,
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  })
  return (
    <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
      <Section title={t('lines')} hint={t('lines.hint')}>
        <div className="flex flex-col gap-5">
          {MEASURES.map((name) => (
            <div key={name} className="flex flex-col gap-2">
              <Checkbox
                checked={draft.on[name]}
                onChange={(event) => setDraft({ ...draft, on: { ...draft.on, [name]: event.currentTarget.checked } })}
              >
                {t(`${name}.on`)}
              </Checkbox>
              <LineField label={t(`${name}.label`)} hint={name === 'rate' ? undefined : t('share.hint')} {...field(name)} />
            </div>
          ))}
          <LineField label={t('least.label')} hint={t('least.hint')} {...field('least')} />
        </div>
      </Section>
      {!hasWrong && <AlertPreview lines={toLines(draft)} />}
      <AlertMailField
        to={draft.mailTo}
        language={draft.mailLanguage}
        mail={seen.mail}
        isWrong={isMailWrong}
        onChange={(mailTo, mailLanguage) => setDraft({ ...draft, mailTo, mailLanguage })}
      />
      {refusal && (
        <Callout tone="error">
          {refusal.message}{' '}
          {refusal.status === 409 && (
            <button type="button" className="underline" onClick={() => window.location.reload()}>
              {t('reload')}
            </button>
          )}
        </Callout>
      )}
      <div>
        <Button look="solid" type="submit" disabled={!isChanged || hasWrong || isBusy}>
          {isBusy ? t('saving') : t('save')}
        </Button>
      </div>
    </form>
  )
}

interface LineFieldProps {
  label: string
  hint: string | undefined
  value: string
  isOff: boolean
  error: string | null
  onChange: (value: string) => void
}

function LineField({ label, hint, value, isOff, error, onChange }: LineFieldProps) {
  if (isOff) return null
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} error={error} className="ms-6 max-w-md">
      {(control) => (
        <Input
          {...control}
          inputMode="numeric"
          autoComplete="off"
          className="max-w-32 tabular-nums"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
