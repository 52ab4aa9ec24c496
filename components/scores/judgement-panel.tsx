'use client'

import { toast } from '../ui/toast'
import type { JudgementMeasures, JudgementOverview, JudgementVersion } from '@/lib/contracts/judgement'
import type { SiteSettings } from '@/lib/contracts/site'
import { Section } from '../settings/section'
import { useSend } from '../settings/use-send'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Checkbox } from '../ui/checkbox'
import { EmptyState } from '../ui/empty-state'
import { LocalTime } from '../ui/local-time'

/** What the site has learnt from its decisions: each version, what it was worth, and the way back. */
export function JudgementPanel({ overview, settings }: { overview: JudgementOverview; settings: SiteSettings }) {
  const { live, versions, newDecisions, nextAfter } = overview
  const { send, isBusy, refusal } = useSend()
  const { name, policy, version } = settings

  async function choose(number: number | null): Promise<void> {
    if (await send<JudgementOverview>('PUT', 'settings/judgement', { number, seen: live })) {
      toast.success(number === null ? 'Scores are the shipped models’ from now on.' : `Scores go by judgement ${number} from now on.`)
    }
  }

  return (
    <Section
      title="This newsroom’s judgement"
      hint="What your decisions have taught. It goes live only if it agrees better with the newest decisions than what is in use, which it has not seen; scores then say how likely a moderator here sets the mark."
      aside={
        live !== null && (
          <Button disabled={isBusy} onClick={() => void choose(null)}>
            Back to the shipped models
          </Button>
        )
      }
    >
      <Checkbox
        checked={policy.useJudgement}
        disabled={isBusy}
        onChange={(event) =>
          void send('PUT', 'settings/site', { name, policy: { ...policy, useJudgement: event.currentTarget.checked }, version })
        }
      >
        Score by it
      </Checkbox>
      <p className="mt-2 mb-4 text-sm text-ink-3">
        {newDecisions.toLocaleString('en')} of {nextAfter.toLocaleString('en')} decisions until something is learnt
        {versions.length > 0 && ' again'}.
      </p>
      {refusal && (
        <Callout tone="error" className="mb-4">
          {refusal.message}
        </Callout>
      )}
      {versions.length === 0 ? (
        <EmptyState kind="nothing-yet" title="Nothing has been learnt yet">
          Scores are the shipped models’. From {nextAfter} decisions on, the newsroom’s own are learnt from.
        </EmptyState>
      ) : (
        <ol aria-label="Versions" className="divide-y divide-line rounded-md border border-line">
          {versions.map((one) => (
            <Version key={one.number} version={one} isBusy={isBusy} onUse={() => void choose(one.number)} />
          ))}
        </ol>
      )}
    </Section>
  )
}

const STATES = {
  live: { word: 'live', tone: 'green' },
  retired: { word: 'was live', tone: 'neutral' },
  not_kept: { word: 'not kept', tone: 'neutral' },
} as const

function Version({ version, isBusy, onUse }: { version: JudgementVersion; isBusy: boolean; onUse: () => void }) {
  const { number, state, decisions, learntAt, measures, canGoLive, baseVersion } = version
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-3 py-2.5">
      <div className="min-w-0 flex-1 basis-72">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-[580]">Judgement {number}</span>
          <Badge tone={STATES[state].tone}>{STATES[state].word}</Badge>
          <span className="text-sm text-ink-3">
            from {decisions.toLocaleString('en')} decisions, on models {baseVersion}, <LocalTime at={learntAt} />
          </span>
        </p>
        {measures.refusal !== null && <p className="text-sm text-ink-2">{measures.refusal}</p>}
        <Measures measures={measures} />
      </div>
      {state !== 'live' && canGoLive && (
        <Button size="sm" disabled={isBusy} onClick={onUse}>
          Use judgement {number}
        </Button>
      )}
    </li>
  )
}

/** AUC: how often a marked comment scores above an unmarked one. */
function Measures({ measures: { triedOn, marks } }: { measures: JudgementMeasures }) {
  if (marks.length === 0) return null
  return (
    <table className="mt-1.5 text-sm tabular-nums">
      <caption className="pb-0.5 text-start text-ink-3">On the newest {triedOn.toLocaleString('en')} decisions</caption>
      <thead className="text-ink-3">
        <tr>
          {['Mark', 'Marked', 'AUC', 'Log loss'].map((word) => (
            <th key={word} scope="col" className="py-0.5 pe-4 text-start font-[530]">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {marks.map(({ mark, positives, before, after, isKept }) => (
          <tr key={mark} className={isKept ? '' : 'text-ink-3'}>
            <th scope="row" className="pe-4 text-start font-normal first-letter:uppercase">
              {mark.replace('_', ' ')}
              {!isKept && ' (left to the models)'}
            </th>
            <td className="pe-4">{positives}</td>
            <td className="pe-4">
              {before.auc?.toFixed(2) ?? '–'} → {after.auc?.toFixed(2) ?? '–'}
            </td>
            <td>
              {before.logLoss.toFixed(3)} → {after.logLoss.toFixed(3)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
