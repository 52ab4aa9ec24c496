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
import { EmptyState } from '../ui/empty-state'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { useFormats, useWords } from '../words/words-context'
import { BandPicker } from './band-picker'
import { ScoreHistogram } from './score-histogram'
import { ThresholdFigures } from './threshold-figures'
import { formatShare, formatScore, MARKS } from './words'

interface ScoreExplorerProps {
  history: ScoreHistory
  /** Null for those who may not change them. */
  settings: SiteSettings | null
}

/** Where trying begins: at the line in force, with the scores right below it. */
const begin = (of: string, inForce: number) => ({ of, threshold: inForce, band: { from: Math.max(0, inForce - 0.1), to: inForce } })

/** Scores against decisions: what a threshold would find, miss and cost, and a band of scores to take to the desk. */
export function ScoreExplorer({ history, settings }: ScoreExplorerProps) {
  const t = useWords('scores')
  const { mark, section, decided, inForce } = history
  // What was tried on one mark or section says nothing of another; what it was chosen with stays, and keeps the focus.
  const subject = `${mark} ${section}`
  const of = `${subject} ${settings?.version}`
  const [tried, setTried] = useState(() => begin(of, inForce))
  if (tried.of !== of) setTried(begin(of, inForce))
  const { threshold, band } = tried
  const setThreshold = (chosen: number) => setTried({ ...tried, threshold: chosen })
  return (
    <div className="flex flex-col gap-6">
      <Section
        title={t('title')}
        hint={decided.looked > 0 && t(decided.isCut ? 'lookedCut' : 'looked', countDecided(decided))}
        aside={<Choice history={history} />}
      >
        <Distribution history={history} threshold={threshold} onThreshold={setThreshold} band={band} />
        <ThresholdForm key={subject} history={history} settings={settings} threshold={threshold} onThreshold={setThreshold} />
        <ThresholdFigures history={history} threshold={threshold} />
        <HistoryTable history={history} />
      </Section>
      <BandPicker history={history} band={band} onBand={(chosen) => setTried({ ...tried, band: chosen })} />
    </div>
  )
}

interface ThresholdProps {
  history: ScoreHistory
  threshold: number
  onThreshold: (threshold: number) => void
}

/** How the scores of marked and of unmarked comments lie, with the threshold between them. */
function Distribution({ history, threshold, onThreshold, band }: ThresholdProps & { band: { from: number; to: number } }) {
  const t = useWords('scores')
  const formats = useFormats()
  const { mark, decided, section } = history
  const { tone } = MARKS[mark]
  const figures = weighThreshold(decided.marked, decided.kept, decided.unscored.marked, threshold)
  const [markedCount, keptCount] = [sum(decided.marked), sum(decided.kept)]
  if (markedCount + keptCount === 0)
    return (
      <EmptyState
        kind={section === null ? 'nothing-yet' : 'filtered'}
        title={t(section === null ? 'undecided' : 'undecidedSection')}
        className="py-8"
      >
        {t(section === null ? 'undecidedWhy' : 'undecidedElsewhere')}
      </EmptyState>
    )
  return (
    <>
      <Legend
        series={[
          { key: 'marked', label: t(`marked.${mark}`), tone, value: formats.number(markedCount) },
          { key: 'kept', label: t(`unmarked.${mark}`), tone: 'neutral', value: formats.number(keptCount) },
        ]}
      />
      <ScoreHistogram
        label={t(`chart.${mark}`, { marked: markedCount, kept: keptCount })}
        marked={decided.marked}
        kept={decided.kept}
        tone={tone}
        threshold={threshold}
        onThreshold={onThreshold}
        band={band}
        valueText={t('thresholdNow', {
          score: formatScore(formats, threshold),
          precision: formatShare(formats, figures.precision),
          recall: formatShare(formats, figures.recall),
        })}
      />
      <p className="mt-3 text-sm text-ink-3">{t('dragHint')}</p>
    </>
  )
}

/** What was looked at: decisions, and the comments they were on, of which some were decided on twice. */
function countDecided({ looked, marked, kept, unscored: { marked: markedUnscored, kept: keptUnscored }, silent }: ScoreHistory['decided']) {
  const unscored = markedUnscored + keptUnscored
  return { looked, comments: sum(marked) + sum(kept) + unscored + silent, silent, unscored }
}

const sum = (bins: readonly number[]) => bins.reduce((total, count) => total + count, 0)

/** The threshold as a number, and saving it for those who may. */
function ThresholdForm({ history, settings, threshold, onThreshold }: ThresholdProps & Pick<ScoreExplorerProps, 'settings'>) {
  const t = useWords('scores')
  const common = useWords('settings')
  const formats = useFormats()
  const { mark, inForce } = history
  const field = mark === 'uncivil' ? 'suggestUncivilFrom' : 'suggestOffTopicFrom'
  const { send, isBusy, refusal } = useSend()

  async function save(): Promise<void> {
    if (!settings) return
    const { name, policy, version } = settings
    const saved = await send<SiteSettings>('PUT', 'settings/site', { name, policy: { ...policy, [field]: threshold }, version })
    if (saved) toast.success(t(`saved.${mark}`, { score: formatScore(formats, threshold) }))
  }

  return (
    <>
      <div className="mt-4 flex flex-wrap items-end gap-3">
        <Field label={t(`from.${mark}`)} className="w-32">
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              max={1}
              step={0.01}
              value={threshold}
              onChange={(event) => onThreshold(toHundredth(event.currentTarget.valueAsNumber) ?? threshold)}
            />
          )}
        </Field>
        {settings && (
          <Button look="solid" disabled={isBusy || threshold === inForce} onClick={() => void save()}>
            {isBusy ? common('saving') : t('save')}
          </Button>
        )}
        {threshold !== inForce && (
          <Button look="quiet" disabled={isBusy} onClick={() => onThreshold(inForce)}>
            {t('backTo', { score: formatScore(formats, inForce) })}
          </Button>
        )}
      </div>
      {refusal && (
        <Callout tone="error" className="mt-3">
          {refusal.message}
        </Callout>
      )}
    </>
  )
}

/** The mark and the section that are looked at; both are in the address. */
function Choice({ history: { mark, section, sections } }: { history: ScoreHistory }) {
  const t = useWords('scores')
  const router = useRouter()
  const go = (next: { mark: string; section: string }) => {
    const address = new URLSearchParams({ mark: next.mark, ...(next.section === '' ? {} : { section: next.section }) })
    router.push(`/settings/scores?${address.toString()}`)
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Select aria-label={t('mark')} value={mark} onChange={(event) => go({ mark: event.currentTarget.value, section: section ?? '' })}>
        <option value="uncivil">{t('name.uncivil')}</option>
        <option value="off_topic">{t('name.off_topic')}</option>
      </Select>
      {sections.length > 0 && (
        <Select
          aria-label={t('section')}
          className="max-w-64"
          value={section ?? ''}
          onChange={(event) => go({ mark, section: event.currentTarget.value })}
        >
          <option value="">{t('allSections')}</option>
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
  const t = useWords('scores')
  const formats = useFormats()
  const rows = Array.from({ length: 20 }, (_, at) => {
    const from = (19 - at) / 20
    const { found, wrong, missed, precision, recall } = weighThreshold(decided.marked, decided.kept, decided.unscored.marked, from)
    const load = sum(month.suggested.slice(Math.round(from * 100)))
    return [
      formatScore(formats, from),
      ...[found, wrong, missed].map((count) => formats.number(count)),
      formatShare(formats, precision),
      formatShare(formats, recall),
      formats.number(load),
    ]
  })
  return (
    <ChartTable
      caption={t(`table.${mark}`)}
      head={[t('table.from'), t('table.found'), t('table.wrong'), t('table.missed'), t('right'), t('found'), t('table.month')]}
      rows={rows}
    />
  )
}
