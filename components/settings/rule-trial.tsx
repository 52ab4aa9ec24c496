'use client'

import Link from 'next/link'
import { useState } from 'react'
import type { RuleResource, RuleTrial } from '@/lib/contracts/rule'
import type { RuleOutcome } from '@/lib/domain/rules/rule'
import { TRIAL_DAYS } from '@/lib/domain/rules/trial'
import { isUnderstood } from '@/lib/domain/search/parse'
import { LEAST_FOR_SHARE } from '@/lib/domain/agreement'
import { TextCover } from '../moderation/harsh-cover'
import { Badge } from '../ui/badge'
import { Callout } from '../ui/callout'
import { Select } from '../ui/select'
import { useFormats, useWords } from '../words/words-context'
import { useSend } from './use-send'

/** A rule on past comments: what is asked, and what came of it. */
export function useTrial({ id }: RuleResource) {
  const [days, setDays] = useState<number>(30)
  const [trial, setTrial] = useState<RuleTrial | null>(null)
  const { send, isBusy, refusal } = useSend()
  async function run(span: number): Promise<void> {
    setDays(span)
    const sent = await send<RuleTrial>('POST', `settings/rules/${id}/trial`, { days: span })
    if (sent) setTrial(sent.answer)
  }
  return { days, trial, isBusy, refusal, run: (span = days) => void run(span) }
}

/** What a rule would have done. */
export function RuleTrialPanel({ rule, tried }: { rule: RuleResource; tried: ReturnType<typeof useTrial> }) {
  const t = useWords('rules')
  const { days, trial, isBusy, refusal, run } = tried
  return (
    <section aria-label={t('trial.title', { name: rule.name })} className="mt-2 basis-full rounded-md border border-line bg-bg px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-2">
        <label className="flex items-center gap-2">
          {t('trial.days')}
          <Select value={days} onChange={(event) => run(Number(event.target.value))}>
            {TRIAL_DAYS.map((span) => (
              <option key={span} value={span}>
                {t('trial.span', { count: span })}
              </option>
            ))}
          </Select>
        </label>
        {isBusy && <span className="text-ink-3">{t('trying')}</span>}
      </div>
      <div aria-live="polite">
        {refusal && (
          <div className="mt-2">
            <Callout tone="error">{t('trial.failed', { why: refusal.message })}</Callout>
          </div>
        )}
        {trial && <TrialResult rule={rule} trial={trial} />}
      </div>
    </section>
  )
}

function TrialResult({ rule, trial }: { rule: RuleResource; trial: RuleTrial }) {
  const t = useWords('rules')
  const formats = useFormats()
  const { fits, total, days, counts, waited } = trial
  if (fits === 0) return <p className="mt-2">{t('trial.none')}</p>
  const touched = { hold: fits - waited, publish: waited, reject: fits }[rule.outcome]
  const aDay = fits / days
  return (
    <div className="mt-3 flex flex-col gap-3">
      <p className="max-w-prose text-pretty">
        <span className="font-[580]">{t('trial.fits', { count: fits, total: formats.number(total) })}</span>
        {aDay >= 1 && <> ({t('trial.aDay', { count: Math.round(aDay) })})</>}. {t(`trial.${rule.outcome}`, { count: touched })}
      </p>
      <div>
        <h4 className="text-sm text-ink-3">{t('trial.made')}</h4>
        <dl className="mt-1 grid max-w-lg grid-cols-2 gap-x-4 gap-y-2 sm:grid-cols-4">
          {MADE.map((made) => (
            <div key={made} className="flex flex-col-reverse justify-end">
              <dt className="text-sm text-ink-2">{t(`made.${made}`)}</dt>
              <dd data-figures className="text-md font-[620]">
                {formats.number(counts[made])}
              </dd>
            </div>
          ))}
        </dl>
        <Agreed outcome={rule.outcome} trial={trial} />
      </div>
      <Examples trial={trial} />
      <p className="max-w-prose text-sm text-pretty text-ink-3">
        {t('trial.scores')} {isUnderstood(rule.condition) && <AllThatFit condition={rule.condition} />}
      </p>
    </div>
  )
}

const MADE = ['kept', 'marked', 'rejected', 'undecided'] as const

function Agreed({ outcome, trial: { agreed, counts } }: { outcome: RuleOutcome; trial: RuleTrial }) {
  const t = useWords('rules')
  const formats = useFormats()
  const decided = counts.kept + counts.marked + counts.rejected
  if (agreed === null || decided < LEAST_FOR_SHARE) return <p className="mt-2 text-ink-2">{t('agreed.few')}</p>
  const [share, low, high] = [agreed.value, agreed.low, agreed.high].map((one) => formats.percent(one)) as [string, string, string]
  return <p className="mt-2">{t(`agreed.${outcome}`, { share, interval: t('interval', { low, high }) })}</p>
}

/** The newest comments of which people made something else. */
function Examples({ trial: { examples, counts } }: { trial: RuleTrial }) {
  const t = useWords('rules')
  if (examples.length === 0) return counts.undecided < countAll(counts) ? <p className="text-ink-2">{t('trial.otherwiseNone')}</p> : null
  return (
    <div>
      <h4 className="text-sm text-ink-3">{t('trial.otherwise')}</h4>
      <ul className="mt-1 flex flex-col divide-y divide-line">
        {examples.map(({ id, excerpt, articleTitle, made, isHarsh }) => (
          <li key={id} className="flex flex-col gap-0.5 py-1.5">
            <TextCover id={id} isHarsh={isHarsh}>
              <p dir="auto" className="line-clamp-2 [overflow-wrap:anywhere]">
                {excerpt}
              </p>
            </TextCover>
            <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
              <Badge>{t(`made.${made}`)}</Badge>
              <Link href={`/queue?queue=newest&comment=${id}`} prefetch={false} className="text-accent hover:underline">
                <bdi>{articleTitle}</bdi>
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

const countAll = ({ kept, marked, rejected, undecided }: RuleTrial['counts']) => kept + marked + rejected + undecided

function AllThatFit({ condition }: { condition: string }) {
  const t = useWords('rules')
  return (
    <Link href={`/search?q=${encodeURIComponent(condition)}`} prefetch={false} className="text-accent hover:underline">
      {t('trial.all')}
    </Link>
  )
}
