'use client'

import { Pencil, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { RuleFigures, RulePatch, RuleResource } from '@/lib/contracts/rule'
import { isKnownReason } from '@/lib/domain/comment'
import { isAutomatic } from '@/lib/domain/rules/rule'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { useFormats, useWords } from '../words/words-context'
import { KeptList } from './kept-list'
import { MoveButtons } from './move-buttons'
import { RemoveDialog } from './remove-dialog'
import { RuleDialog } from './rule-dialog'
import { describeStop } from './rule-stop'
import { RuleSummary } from './rule-summary'
import { RuleTrialPanel, useTrial } from './rule-trial'
import { useSend } from './use-send'

type Asked = { what: 'add' } | { what: 'change' | 'remove'; rule: RuleResource }

interface RuleListProps {
  rules: RuleResource[]
  /** What each of them did. */
  figures: readonly RuleFigures[]
  /** A condition that somebody came with to make a rule of; empty for none. */
  draft: string
}

/** The rules in the order in which they are asked. */
export function RuleList({ rules, figures, draft }: RuleListProps) {
  const t = useWords('rules')
  const router = useRouter()
  const [asked, setAsked] = useState<Asked | null>(draft === '' ? null : { what: 'add' })
  function close(): void {
    setAsked(null)
    if (draft !== '') router.replace('/settings/rules')
  }
  return (
    <>
      <KeptList
        items={rules}
        words={{ list: t('list'), add: t('add'), none: t('none'), noneWhy: t('noneWhy') }}
        onAdd={() => setAsked({ what: 'add' })}
        row={(rule) => (
          <RuleLine
            key={rule.id + rule.condition + rule.outcome}
            rule={rule}
            rules={rules}
            figures={figures.find(({ id }) => id === rule.id)}
            onAsk={(what) => setAsked({ what, rule })}
          />
        )}
      />
      {rules.some(({ outcome }) => outcome === 'reject') && (
        <p className="mt-3 text-sm">
          <Link href="/search?q=is:rejected%20is:undecided" prefetch={false} className="text-accent hover:underline">
            {t('unseen')}
          </Link>
        </p>
      )}
      {asked?.what === 'add' && <RuleDialog rule={null} draft={draft} onClose={close} />}
      {asked?.what === 'change' && <RuleDialog rule={asked.rule} draft={asked.rule.condition} onClose={close} />}
      {asked?.what === 'remove' && (
        <RemoveDialog
          path={`settings/rules/${asked.rule.id}`}
          title={t('removeTitle')}
          description={t('removeWhy')}
          send={t('remove')}
          sending={t('removing')}
          onClose={close}
        >
          <p className="font-[560]">
            <bdi>{asked.rule.name}</bdi>
          </p>
        </RemoveDialog>
      )}
    </>
  )
}

interface RuleLineProps {
  rule: RuleResource
  rules: readonly RuleResource[]
  figures: RuleFigures | undefined
  onAsk: (what: 'change' | 'remove') => void
}

function RuleLine({ rule, rules, figures, onAsk }: RuleLineProps) {
  const [isTrying, setTrying] = useState(false)
  const form = useSend()
  const tried = useTrial(rule)
  const place = rules.indexOf(rule)
  const isOff = !rule.isOn || rule.stopped !== null
  const mustBeTried = isOff && isAutomatic(rule.outcome) && rule.triedAt === null

  function tryIt(): void {
    setTrying(!isTrying)
    if (!isTrying) tried.run()
  }

  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-3">
      <span data-figures className="w-5 pt-0.5 text-ink-3">
        {place + 1}
      </span>
      <RuleStanding rule={rule} figures={figures} mustBeTried={mustBeTried} />
      <RuleButtons
        {...{ rule, place, isTrying, mustBeTried, onAsk }}
        last={rules.length - 1}
        isBusy={form.isBusy}
        onTry={tryIt}
        onChange={(patch) => void form.send('PATCH', `settings/rules/${rule.id}`, patch)}
      />
      {form.refusal && (
        <div className="basis-full">
          <Callout tone="error">{form.refusal.message}</Callout>
        </div>
      )}
      {isTrying && <RuleTrialPanel rule={rule} tried={tried} />}
    </li>
  )
}

interface RuleStandingProps extends Pick<RuleLineProps, 'rule' | 'figures'> {
  mustBeTried: boolean
}

/** What it does, whether it does so, and what it has done. */
function RuleStanding({ rule, figures, mustBeTried }: RuleStandingProps) {
  const t = useWords('rules')
  const formats = useFormats()
  return (
    <div className="min-w-0 flex-1 basis-60">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <bdi className="font-[580] [overflow-wrap:anywhere]">{rule.name}</bdi>
        <OutcomeBadge rule={rule} />
        {rule.stopped === null ? (
          <Badge tone={rule.isOn ? 'green' : 'neutral'} isTentative={!rule.isOn}>
            {t(rule.isOn ? 'on' : 'off')}
          </Badge>
        ) : (
          <Badge tone="amber">{t('stopped')}</Badge>
        )}
      </p>
      <code dir="ltr" className="mt-1 block w-fit text-sm text-ink-2 [overflow-wrap:anywhere]">
        {rule.condition}
      </code>
      {figures && <RuleSummary rule={rule} figures={figures} />}
      {rule.stopped !== null && <p className="mt-1 max-w-prose text-sm">{describeStop(t, formats, rule.stopped)}</p>}
      {mustBeTried && <p className="mt-1 text-sm text-ink-3">{t(rule.stopped === null ? 'tryFirst' : 'stopped.next')}</p>}
    </div>
  )
}

interface RuleButtonsProps extends Pick<RuleLineProps, 'rule' | 'onAsk'> {
  place: number
  last: number
  isTrying: boolean
  /** It must be tried on past comments before it is turned on. */
  mustBeTried: boolean
  isBusy: boolean
  onTry: () => void
  onChange: (patch: RulePatch) => void
}

function RuleButtons({ rule, place, last, isTrying, mustBeTried, isBusy, onTry, onChange, onAsk }: RuleButtonsProps) {
  const t = useWords('rules')
  const { name } = rule
  const isOff = !rule.isOn || rule.stopped !== null
  const words = rule.stopped !== null ? TURNS.resume : rule.isOn ? TURNS.off : TURNS.on
  return (
    <div className="ms-auto flex flex-wrap items-center justify-end gap-0.5">
      <Button size="sm" aria-expanded={isTrying} aria-label={t('tryOne', { name })} onClick={onTry}>
        {t('try')}
      </Button>
      <Button
        size="sm"
        className="ms-1"
        disabled={isBusy}
        aria-disabled={mustBeTried}
        aria-label={t(words.one, { name })}
        onClick={() => (mustBeTried ? onTry() : onChange({ isOn: isOff }))}
      >
        {t(words.button)}
      </Button>
      {rule.stopped !== null && (
        <Button
          size="sm"
          className="ms-1"
          disabled={isBusy}
          aria-label={t('turnOffOne', { name })}
          onClick={() => onChange({ isOn: false })}
        >
          {t('turnOff')}
        </Button>
      )}
      <MoveButtons
        {...{ place, last, isBusy }}
        up={t('up', { name })}
        down={t('down', { name })}
        onMove={(to) => onChange({ place: to })}
      />
      <Button look="quiet" size="icon" aria-label={t('change', { name })} onClick={() => onAsk('change')}>
        <Pencil aria-hidden />
      </Button>
      <Button look="quiet" size="icon" aria-label={t('removeOne', { name })} onClick={() => onAsk('remove')}>
        <Trash2 aria-hidden />
      </Button>
    </div>
  )
}

const TURNS = {
  on: { button: 'turnOn', one: 'turnOnOne' },
  off: { button: 'turnOff', one: 'turnOffOne' },
  resume: { button: 'resume', one: 'resumeOne' },
} as const

const TONES = { hold: 'accent', publish: 'green', reject: 'rose' } as const

function OutcomeBadge({ rule: { outcome, reason } }: { rule: RuleResource }) {
  const t = useWords('rules')
  const glossary = useWords('glossary')
  const named = reason !== null && isKnownReason(reason) ? glossary(`reason.${reason}`) : (reason ?? '')
  return <Badge tone={TONES[outcome]}>{outcome === 'reject' ? t('badge.reject', { reason: named }) : t(`badge.${outcome}`)}</Badge>
}
