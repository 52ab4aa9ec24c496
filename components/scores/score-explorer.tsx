'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from '../ui/toast'
import type { ScoreHistory } from '@/lib/contracts/score-history'
import type { SiteSettings } from '@/lib/contracts/site'
import { toHundredth, weighThreshold } from '@/lib/domain/threshold'
import { ChartTable } from '../charts/chart-table'
import { Legend } from '../charts/legend'
import { Section } from '../settings/section'
import { useSend } from '../settings/use-send'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { BandPicker } from './band-picker'
import { ScoreHistogram } from './score-histogram'
import { ThresholdFigures } from './threshold-figures'
import { formatShare, formatScore, MARK_WORDS } from './words'

interface ScoreExplorerProps {
  history: ScoreHistory
  /** Null for those who may not change them. */
  settings: SiteSettings | null
}

/** Scores against decisions: what a threshold would find, miss and cost, and a band of scores to take to the desk. */
export function ScoreExplorer({ history, settings }: ScoreExplorerProps) {
  const { mark, decided, inForce } = history
  const field = mark === 'uncivil' ? 'suggestUncivilFrom' : 'suggestOffTopicFrom'
  const [threshold, setThreshold] = useState(inForce)
  const [band, setBand] = useState({ from: Math.max(0, inForce - 0.1), to: inForce })
  const { send, isBusy, refusal } = useSend()
  const words = MARK_WORDS[mark]
  const figures = weighThreshold(decided.marked, decided.kept, decided.unscored.marked, threshold)
  const [markedCount, keptCount] = [decided.marked, decided.kept].map((bins) => bins.reduce((sum, count) => sum + count, 0)) as [
    number,
    number,
  ]

  async function save(): Promise<void> {
    if (!settings) return
    const { name, policy, version } = settings
    const saved = await send<SiteSettings>('PUT', 'settings/site', { name, policy: { ...policy, [field]: threshold }, version })
    if (saved)
      toast.success(`Saved: ${words.lower} is suggested from ${formatScore(threshold)}. It counts for comments that arrive from now on.`)
  }

  return (
    <div className="flex flex-col gap-6">
      <Section
        title="Scores and decisions"
        hint={`The newest ${decided.looked.toLocaleString('en')} decisions of people here${decided.isCut ? '; there are older ones' : ''}. What was rejected for another reason is left out: ${decided.silent.toLocaleString('en')}.`}
        aside={<Choice history={history} />}
      >
        <Legend
          series={[
            { key: 'marked', label: `Marked ${words.lower}`, tone: words.tone, value: markedCount.toLocaleString('en') },
            { key: 'kept', label: words.unmarked, tone: 'neutral', value: keptCount.toLocaleString('en') },
          ]}
        />
        <ScoreHistogram
          label={`${markedCount} comments marked ${words.lower} above the line and ${keptCount} not marked below it, by score from 0 to 1`}
          marked={decided.marked}
          kept={decided.kept}
          tone={words.tone}
          threshold={threshold}
          onThreshold={setThreshold}
          band={band}
          valueText={`${formatScore(threshold)}: right in ${formatShare(figures.precision)}, finds ${formatShare(figures.recall)}`}
        />
        <div className="mt-4 flex flex-wrap items-end gap-3">
          <Field label={`Suggest ${words.lower} from`} className="w-32">
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0}
                max={1}
                step={0.01}
                value={threshold}
                onChange={(event) => setThreshold(toHundredth(event.currentTarget.valueAsNumber) ?? threshold)}
              />
            )}
          </Field>
          {settings && (
            <Button look="solid" disabled={isBusy || threshold === inForce} onClick={() => void save()}>
              {isBusy ? 'Saving…' : 'Save to the policy'}
            </Button>
          )}
          {threshold !== inForce && (
            <Button look="quiet" disabled={isBusy} onClick={() => setThreshold(inForce)}>
              Back to {formatScore(inForce)}
            </Button>
          )}
        </div>
        {refusal && (
          <Callout tone="error" className="mt-3">
            {refusal.message}
          </Callout>
        )}
        <ThresholdFigures history={history} threshold={threshold} />
        <HistoryTable history={history} />
      </Section>
      <BandPicker history={history} band={band} onBand={setBand} />
    </div>
  )
}

/** The mark and the section that are looked at; both are in the address. */
function Choice({ history: { mark, section, sections } }: { history: ScoreHistory }) {
  const router = useRouter()
  const go = (next: { mark: string; section: string }) => {
    const address = new URLSearchParams({ mark: next.mark, ...(next.section === '' ? {} : { section: next.section }) })
    router.push(`/settings/scores?${address.toString()}`)
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Select aria-label="Mark" value={mark} onChange={(event) => go({ mark: event.currentTarget.value, section: section ?? '' })}>
        <option value="uncivil">{MARK_WORDS.uncivil.name}</option>
        <option value="off_topic">{MARK_WORDS.off_topic.name}</option>
      </Select>
      {sections.length > 0 && (
        <Select aria-label="Section" value={section ?? ''} onChange={(event) => go({ mark, section: event.currentTarget.value })}>
          <option value="">All sections</option>
          {sections.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      )}
    </div>
  )
}

/** What can be read off the line, at every twentieth. */
function HistoryTable({ history: { mark, decided, month } }: { history: ScoreHistory }) {
  const rows = Array.from({ length: 20 }, (_, at) => {
    const from = (19 - at) / 20
    const { found, wrong, missed, precision, recall } = weighThreshold(decided.marked, decided.kept, decided.unscored.marked, from)
    const load = month.suggested.slice(Math.round(from * 100)).reduce((sum, count) => sum + count, 0)
    return [
      formatScore(from),
      ...[found, wrong, missed].map((count) => count.toLocaleString('en')),
      formatShare(precision),
      formatShare(recall),
      load.toLocaleString('en'),
    ]
  })
  return (
    <ChartTable
      caption={`What a threshold for ${MARK_WORDS[mark].lower} finds`}
      head={['From', 'Rightly named', 'Wrongly named', 'Missed', 'Right', 'Found', 'In the last month']}
      rows={rows}
    />
  )
}
