import type { ReactNode } from 'react'
import type { ArticleStats } from '@/lib/contracts/article-stats'
import { ChartTable } from '../charts/chart-table'
import { Legend } from '../charts/legend'
import type { ChartTone } from '../charts/series'
import { ShareBar } from '../charts/share-bar'
import { UNCIVIL_WORDS } from '../moderation/words'
import { formatCount, formatShare, UNKNOWN_WORDS } from './figure-words'

interface Part {
  key: string
  label: string
  tone: ChartTone
  value: number
}

/** What became of the comments, and what was found in them, each as one divided bar. */
export function OutcomeShares({ figures, isJudged }: { figures: ArticleStats['figures']; isJudged: boolean }) {
  const { comments, statuses } = figures
  const outcomes: Part[] = [
    { key: 'approved', label: 'Approved', tone: 'green', value: statuses.approved },
    { key: 'published', label: 'Public', tone: 'neutral', value: statuses.published },
    { key: 'pending', label: 'Held', tone: 'accent', value: statuses.pending },
    { key: 'rejected', label: 'Rejected', tone: 'grey', value: statuses.rejected },
  ]
  return (
    <div className="flex flex-col gap-4">
      <Bar title="Status" parts={outcomes} whole={comments} />
      {isJudged ? <MarkShares figures={figures} /> : <p className="text-sm text-ink-3">{UNKNOWN_WORDS.notJudged}.</p>}
      <ChartTable caption="Comments by status and mark" head={['', 'Comments', 'Share']} rows={listRows(figures, outcomes)} />
    </div>
  )
}

function MarkShares({ figures }: { figures: ArticleStats['figures'] }) {
  const { comments, offTopic, uncivil, uncivilKinds } = figures
  return (
    <>
      <Bar title="Topic" parts={split(offTopic, comments, ['Marked off-topic', 'amber'], 'Not marked')} whole={comments} />
      <Bar title="Civility" parts={split(uncivil, comments, ['Marked uncivil', 'rose'], 'Not marked')} whole={comments}>
        {uncivilKinds.length > 0 && (
          <p className="mt-1 text-sm text-ink-3">
            {uncivilKinds.map(({ kind, comments: count }) => `${UNCIVIL_WORDS[kind]} ${formatCount(count)}`).join(' · ')}
          </p>
        )}
      </Bar>
    </>
  )
}

function split(marked: number, whole: number, [label, tone]: [string, ChartTone], rest: string): Part[] {
  return [
    { key: 'rest', label: rest, tone: 'neutral', value: whole - marked },
    { key: 'marked', label, tone, value: marked },
  ]
}

function Bar({ title, parts, whole, children }: { title: string; parts: Part[]; whole: number; children?: ReactNode }) {
  const present = parts.filter((part) => part.value > 0)
  const words = present.map((part) => `${part.label.toLowerCase()} ${part.value}`).join(', ')
  return (
    <div>
      <h3 className="mb-1 text-sm font-[560]">{title}</h3>
      <ShareBar parts={parts} label={`${title} of ${whole} comments: ${words}`} />
      <div className="mt-1.5">
        <Legend series={present.map((part) => ({ ...part, value: `${formatCount(part.value)}, ${formatShare(part.value / whole)}` }))} />
      </div>
      {children}
    </div>
  )
}

function listRows({ comments, offTopic, uncivil, uncivilKinds }: ArticleStats['figures'], outcomes: Part[]): string[][] {
  const row = (name: string, count: number) => [name, formatCount(count), formatShare(count / comments)]
  return [
    ...outcomes.map((part) => row(part.label, part.value)),
    row('Marked off-topic', offTopic),
    row('Marked uncivil', uncivil),
    ...uncivilKinds.map(({ kind, comments: count }) => row(`Uncivil: ${UNCIVIL_WORDS[kind]}`, count)),
  ]
}
