'use client'

import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react'
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
  const t = useWords('rules')
  const [isTrying, setTrying] = useState(false)
  const formats = useFormats()
  const form = useSend()
  const tried = useTrial(rule)
  const place = rules.indexOf(rule)
  const { name } = rule
  const isOff = !rule.isOn || rule.stopped !== null
  const mustBeTried = isOff && isAutomatic(rule.outcome) && rule.triedAt === null

  const words = rule.stopped !== null ? TURNS.resume : rule.isOn ? TURNS.off : TURNS.on
  const change = (patch: RulePatch) => void form.send('PATCH', `settings/rules/${rule.id}`, patch)
  function turn(): void {
    if (mustBeTried) tryIt()
    else change({ isOn: isOff })
  }
  function tryIt(): void {
    setTrying(!isTrying)
    if (!isTrying) tried.run()
  }

  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-3">
      <span data-figures className="w-5 pt-0.5 text-ink-3">
        {place + 1}
      </span>
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <bdi className="font-[580] [overflow-wrap:anywhere]">{name}</bdi>
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
      <div className="ms-auto flex flex-wrap items-center justify-end gap-0.5">
        <Button size="sm" aria-expanded={isTrying} aria-label={t('tryOne', { name })} onClick={tryIt}>
          {t('try')}
        </Button>
        <Button
          size="sm"
          className="ms-1"
          disabled={form.isBusy}
          aria-disabled={mustBeTried}
          aria-label={t(words.one, { name })}
          onClick={turn}
        >
          {t(words.button)}
        </Button>
        {rule.stopped !== null && (
          <Button
            size="sm"
            className="ms-1"
            disabled={form.isBusy}
            aria-label={t('turnOffOne', { name })}
            onClick={() => change({ isOn: false })}
          >
            {t('turnOff')}
          </Button>
        )}
        <MoveButtons {...{ name, place, last: rules.length - 1 }} isBusy={form.isBusy} onMove={(to) => change({ place: to })} />
        <Button look="quiet" size="icon" aria-label={t('change', { name })} onClick={() => onAsk('change')}>
          <Pencil aria-hidden />
        </Button>
        <Button look="quiet" size="icon" aria-label={t('removeOne', { name })} onClick={() => onAsk('remove')}>
          <Trash2 aria-hidden />
        </Button>
      </div>
      {form.refusal && (
        <div className="basis-full">
          <Callout tone="error">{form.refusal.message}</Callout>
        </div>
      )}
      {isTrying && <RuleTrialPanel rule={rule} tried={tried} />}
    </li>
  )
}

const TURNS = {
  on: { button: 'turnOn', one: 'turnOnOne' },
  off: { button: 'turnOff', one: 'turnOffOne' },
  resume: { button: 'resume', one: 'resumeOne' },
} as const

interface MoveButtonsProps {
  name: string
  place: number
  last: number
  isBusy: boolean
  onMove: (place: number) => void
}

function MoveButtons({ name, place, last, isBusy, onMove }: MoveButtonsProps) {
  const t = useWords('rules')
  return (
    <>
      <Button
        look="quiet"
        size="icon"
        disabled={isBusy}
        aria-disabled={place === 0}
        aria-label={t('up', { name })}
        onClick={() => place > 0 && onMove(place - 1)}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        look="quiet"
        size="icon"
        disabled={isBusy}
        aria-disabled={place === last}
        aria-label={t('down', { name })}
        onClick={() => place < last && onMove(place + 1)}
      >
        <ArrowDown aria-hidden />
      </Button>
    </>
  )
}

const TONES = { hold: 'accent', publish: 'green', reject: 'rose' } as const

function OutcomeBadge({ rule: { outcome, reason } }: { rule: RuleResource }) {
  const t = useWords('rules')
  const glossary = useWords('glossary')
  const named = reason !== null && isKnownReason(reason) ? glossary(`reason.${reason}`) : (reason ?? '')
  return <Badge tone={TONES[outcome]}>{outcome === 'reject' ? t('badge.reject', { reason: named }) : t(`badge.${outcome}`)}</Badge>
}
