'use client'

import { useState } from 'react'
import type { RuleResource } from '@/lib/contracts/rule'
import { REJECT_REASONS } from '@/lib/domain/comment'
import { isAutomatic, parseCondition, RULE_OUTCOMES, type RuleOutcome } from '@/lib/domain/rules/rule'
import { DEFAULT_LIMIT, LEAST_LIMIT, MOST_LIMIT } from '@/lib/domain/rules/stop'
import { useOwnReasons } from '../moderation/own-reasons'
import { readField } from '../sign-in/read-field'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { useWords } from '../words/words-context'
import { FormDialog } from './form-dialog'
import { RuleCondition } from './rule-condition'
import { useSend } from './use-send'

interface RuleDialogProps {
  /** Null for a new one. */
  rule: RuleResource | null
  /** The condition to begin with. */
  draft: string
  onClose: () => void
}

/** Adds a rule, or changes one. */
export function RuleDialog({ rule, draft, onClose }: RuleDialogProps) {
  const t = useWords('rules')
  const common = useWords('settings')
  const shell = useWords('shell')
  const [condition, setCondition] = useState(draft)
  const [outcome, setOutcome] = useState<RuleOutcome>(rule?.outcome ?? 'hold')
  const form = useSend()
  const { refusal } = form

  async function save(fields: FormData): Promise<void> {
    // The field says what is wrong.
    if (parseCondition(condition).problems.length > 0) return
    const said = { name: readField(fields, 'name').trim(), condition, outcome }
    const limit = isAutomatic(outcome) ? { mostOtherwise: Number(readField(fields, 'limit')) / 100 } : {}
    const input = { ...said, ...limit, reason: outcome === 'reject' ? readField(fields, 'reason') : null }
    const sent = rule === null ? form.send('POST', 'settings/rules', input) : form.send('PATCH', `settings/rules/${rule.id}`, input)
    if (await sent) onClose()
  }

  return (
    <FormDialog
      title={t(rule === null ? 'add' : 'changeTitle')}
      description={t(rule === null ? 'addHint' : 'changeHint')}
      send={rule === null ? t('addSend') : shell('save')}
      sending={rule === null ? common('adding') : common('saving')}
      form={form}
      onSend={save}
      onClose={onClose}
    >
      <Field label={t('name')} hint={t('nameHint')} error={refusal?.fields['name']}>
        {(control) => (
          <Input
            {...control}
            name="name"
            defaultValue={rule?.name}
            maxLength={60}
            required
            dir="auto"
            autoComplete="off"
            placeholder={t('nameExample')}
          />
        )}
      </Field>
      <RuleCondition value={condition} onChange={setCondition} error={refusal?.fields['condition']} />
      <Field label={t('outcome')} hint={t(`outcomeHint.${outcome}`)}>
        {(control) => (
          <Select {...control} value={outcome} onChange={(event) => setOutcome(event.target.value as RuleOutcome)}>
            {OUTCOMES.map((one) => (
              <option key={one} value={one}>
                {t(`outcome.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {outcome === 'reject' && <ReasonField chosen={rule?.reason ?? null} />}
      {isAutomatic(outcome) && <LimitField limit={rule?.mostOtherwise ?? DEFAULT_LIMIT} error={refusal?.fields['mostOtherwise']} />}
    </FormDialog>
  )
}

/** Holding first: it decides nothing. */
const OUTCOMES = RULE_OUTCOMES.toSorted((a, b) => Number(b === 'hold') - Number(a === 'hold'))

/** How often it may be wrong before it stops by itself, as a share. */
function LimitField({ limit, error }: { limit: number; error: string | undefined }) {
  const t = useWords('rules')
  return (
    <Field label={t('limit')} hint={t('limitHint')} error={error}>
      {(control) => (
        <span className="flex items-center gap-2">
          <Input
            {...control}
            name="limit"
            type="number"
            min={LEAST_LIMIT * 100}
            max={MOST_LIMIT * 100}
            step={0.1}
            required
            defaultValue={Math.round(limit * 1000) / 10}
            className="w-20"
          />
          {t('limit.percent')}
        </span>
      )}
    </Field>
  )
}

function ReasonField({ chosen }: { chosen: string | null }) {
  const t = useWords('rules')
  const glossary = useWords('glossary')
  const own = useOwnReasons()
  return (
    <Field label={t('reason')}>
      {(control) => (
        <Select {...control} name="reason" defaultValue={chosen ?? 'spam'}>
          {REJECT_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {glossary(`reason.${reason}`)}
            </option>
          ))}
          {own.map((reason) => (
            <option key={reason}>{reason}</option>
          ))}
        </Select>
      )}
    </Field>
  )
}
