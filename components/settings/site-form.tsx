'use client'

import { useState, type SyntheticEvent } from 'react'
import { toast } from '../ui/toast'
import type { SitePolicy } from '@/lib/contracts/policy'
import type { SiteSettings } from '@/lib/contracts/site'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useWords } from '../words/words-context'
import { Section } from './section'
import { TextDays } from './text-days'
import { Threshold } from './threshold'
import { useSend } from './use-send'

/** Name and policy of the site. Saved as a whole, and only over what was on screen. */
export function SiteForm({ settings }: { settings: SiteSettings }) {
  const t = useWords('site')
  const common = useWords('settings')
  const [seen, setSeen] = useState(settings)
  const [name, setName] = useState(settings.name)
  const [policy, setPolicy] = useState(settings.policy)
  const { send, isBusy, refusal, forget } = useSend()
  const isChanged = name !== seen.name || JSON.stringify(policy) !== JSON.stringify(seen.policy)
  const change = (part: Partial<SitePolicy>) => setPolicy({ ...policy, ...part })

  function show(state: SiteSettings): void {
    setSeen(state)
    setName(state.name)
    setPolicy(state.policy)
    forget()
  }

  async function save(event: SyntheticEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const saved = await send<SiteSettings>('PUT', 'settings/site', { name, policy, version: seen.version })
    if (saved === null) return
    show(saved.answer)
    toast.success(t('saved'))
  }

  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
      <Section title={t('site')}>
        <Field label={common('name')} error={refusal?.fields['name']} className="max-w-sm">
          {(control) => (
            <Input {...control} value={name} maxLength={100} required dir="auto" onChange={(event) => setName(event.currentTarget.value)} />
          )}
        </Field>
      </Section>
      <Holding policy={policy} onChange={change} />
      <Suggestions policy={policy} onChange={change} />
      <Texts policy={policy} onChange={change} faults={refusal?.fields} />
      {refusal && <Refused refusal={refusal} onReload={() => window.location.reload()} />}
      <div className="flex items-center gap-3">
        <Button look="solid" type="submit" disabled={!isChanged || isBusy}>
          {isBusy ? common('saving') : t('save')}
        </Button>
        {isChanged && (
          <Button look="quiet" disabled={isBusy} onClick={() => show(seen)}>
            {t('discard')}
          </Button>
        )}
      </div>
    </form>
  )
}

function Refused({ refusal, onReload }: { refusal: { status: number; message: string }; onReload: () => void }) {
  const t = useWords('site')
  const reload = (
    <Button size="sm" onClick={onReload}>
      {t('reload')}
    </Button>
  )
  return (
    <Callout tone="error" {...(refusal.status === 409 ? { next: reload } : {})}>
      {refusal.message}
    </Callout>
  )
}

interface PolicyPartProps {
  policy: SitePolicy
  onChange: (part: Partial<SitePolicy>) => void
}

/** What waits for a person before it is public. */
function Holding({ policy, onChange }: PolicyPartProps) {
  const t = useWords('site')
  return (
    <Section title={t('holding')} hint={t('holdingHint')}>
      <Checkbox checked={policy.holdAll} onChange={(event) => onChange({ holdAll: event.currentTarget.checked })}>
        {t('holdAll')}
      </Checkbox>
      <Checkbox checked={policy.holdFirstComment} onChange={(event) => onChange({ holdFirstComment: event.currentTarget.checked })}>
        {t('holdFirst')}
      </Checkbox>
      <p className="mt-2 text-sm text-ink-3">{t('holdAnyway')}</p>
    </Section>
  )
}

/** From which scores on a mark is suggested. */
function Suggestions({ policy, onChange }: PolicyPartProps) {
  const t = useWords('site')
  return (
    <Section title={t('suggestions')} hint={t('suggestionsHint')}>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        <Threshold
          label={t('uncivilFrom')}
          hint={t('uncivilFromHint')}
          value={policy.suggestUncivilFrom}
          onChange={(suggestUncivilFrom) => onChange({ suggestUncivilFrom })}
        />
        <Threshold
          label={t('offTopicFrom')}
          hint={t('offTopicFromHint')}
          value={policy.suggestOffTopicFrom}
          onChange={(suggestOffTopicFrom) => onChange({ suggestOffTopicFrom })}
        />
      </div>
    </Section>
  )
}

/** How long texts are kept that are not public. */
function Texts({ policy, onChange, faults }: PolicyPartProps & { faults: Record<string, string> | undefined }) {
  const t = useWords('site')
  return (
    <Section title={t('texts')} hint={t('textsHint')}>
      <TextDays
        label={t('removedTexts')}
        daysLabel={t('daysRemoved')}
        days={policy.removedTextDays}
        error={faults?.['policy/removedTextDays']}
        onChange={(removedTextDays) => onChange({ removedTextDays })}
      />
      <TextDays
        label={t('rejectedTexts')}
        daysLabel={t('daysRejected')}
        days={policy.rejectedTextDays}
        error={faults?.['policy/rejectedTextDays']}
        onChange={(rejectedTextDays) => onChange({ rejectedTextDays })}
      />
    </Section>
  )
}
