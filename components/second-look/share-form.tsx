'use client'

import Link from 'next/link'
import { useState, type SyntheticEvent } from 'react'
import type { LookShare } from '@/lib/contracts/second-look'
import { LOOK_DAYS } from '@/lib/domain/second-look'
import { useSend } from '../settings/use-send'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Field } from '../ui/field'
import { Select } from '../ui/select'
import { toast } from '../ui/toast'
import { useFormats, useWords } from '../words/words-context'

const SHARES = [0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5]

/** Where each share is set, and how it is told of. */
const OF = {
  decisions: { path: 'settings/second-looks', label: 'setting.label' },
  rules: { path: 'settings/rules/checks', label: 'checks.label' },
} as const

interface ShareFormProps extends LookShare {
  of: keyof typeof OF
}

/** What share of people's decisions, or of what rules decide alone, gets a second look. Saved over what was on screen alone. */
export function ShareForm({ of, share }: ShareFormProps) {
  const t = useWords('second-look')
  const common = useWords('settings')
  const formats = useFormats()
  const [seen, setSeen] = useState(share)
  const [chosen, setChosen] = useState(share)
  const { send, isBusy, refusal } = useSend()
  const shares = SHARES.includes(seen) ? SHARES : [...SHARES, seen].sort((a, b) => a - b)

  async function save(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const saved = await send<LookShare>('PUT', OF[of].path, { share: chosen, seen })
    if (saved === null) return
    setSeen(saved.answer.share)
    toast.success(t('setting.saved'))
  }

  const reload = (
    <Button size="sm" onClick={() => window.location.reload()}>
      {t('setting.reload')}
    </Button>
  )
  return (
    <form
      aria-label={t(OF[of].label)}
      className="flex flex-col items-start gap-4 rounded-lg border border-line bg-panel p-4"
      onSubmit={(event) => void save(event)}
    >
      <Field
        label={t(OF[of].label)}
        hint={of === 'rules' ? t('checks.hint') : t('setting.hint', { days: LOOK_DAYS })}
        className="max-w-prose"
      >
        {(control) => (
          <Select {...control} className="w-52" value={String(chosen)} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {shares.map((one) => (
              <option key={one} value={String(one)}>
                {one === 0 ? t('setting.off') : formats.percent(one, one < 0.01 ? 1 : 0)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {refusal && (
        <Callout tone="error" {...(refusal.status === 409 ? { next: reload } : {})}>
          {refusal.message}
        </Callout>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button look="solid" type="submit" disabled={chosen === seen || isBusy}>
          {isBusy ? common('saving') : t('setting.save')}
        </Button>
        {of === 'decisions' && (
          <Button asChild look="quiet">
            <Link href="/second-looks/agreement">{t('toAgreement')}</Link>
          </Button>
        )}
      </div>
    </form>
  )
}
