import type { FairnessReading } from '@/lib/contracts/fairness'
import { findUnfair, shareWrong } from '@/lib/domain/fairness'
import { Section } from '../settings/section'
import { Callout } from '../ui/callout'
import { EmptyState } from '../ui/empty-state'
import { LocalTime } from '../ui/local-time'
import { DriftLine } from './drift-line'
import { GroupTable } from './group-table'

const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`)

/** Wrong suggestions by group, on the site's own comments and on sentences written for it, and how that went over time. */
export function FairnessView({ readings }: { readings: FairnessReading[] }) {
  const [latest] = readings
  if (!latest) {
    return (
      <div className="rounded-lg border border-line bg-panel">
        <EmptyState kind="nothing-yet" title="Not measured yet">
          The first reading comes within a minute of the server’s start. Load this page again then.
        </EmptyState>
      </div>
    )
  }
  const { figures, version, readAt } = latest
  const { own, all, templates, threshold } = figures
  const unfair = findUnfair(own, all)
  const sum = (key: 'passing' | 'passed' | 'hateful' | 'found') => templates.reduce((total, one) => total + one[key], 0)
  return (
    <div className="flex flex-col gap-6">
      {unfair.length > 0 && (
        <Callout tone="warning" title="Some groups are suggested wrongly more often than others">
          {unfair.join(', ')}. Look at what was suggested before you rely on it, or suggest from a higher score.
        </Callout>
      )}
      <p className="text-sm text-ink-2">
        Version <span className="font-[560]">{version}</span>, uncivil suggested from {threshold.toFixed(2)}, measured{' '}
        <LocalTime at={readAt} />.
      </p>
      <Section
        title="Comments people kept"
        hint="Decided here without an uncivil mark. Those that would be suggested all the same are wrong; the share should not depend on who is mentioned."
      >
        {all.kept === 0 ? (
          <EmptyState kind="nothing-yet" title="Nothing has been decided yet">
            As soon as people here have decided on comments, this compares groups on them.
          </EmptyState>
        ) : (
          <GroupTable
            caption="Wrong suggestions by group mentioned"
            head={['Mentions', 'Kept', 'Suggested wrongly', 'Share']}
            rows={[...own]
              .sort((a, b) => (shareWrong(b) ?? 0) - (shareWrong(a) ?? 0) || b.kept - a.kept)
              .map((one) => ({
                name: one.group,
                isMarked: unfair.includes(one.group),
                cells: [one.kept, one.wrong, percent(shareWrong(one))],
                share: shareWrong(one),
              }))}
            total={{
              name: 'All comments',
              isMarked: false,
              cells: [all.kept, all.wrong, percent(shareWrong(all))],
              share: shareWrong(all),
            }}
          />
        )}
      </Section>
      <Section
        title="Written sentences"
        hint="The same neutral and hateful sentences about each group, written for Parley: neutral ones are to pass, hateful ones to be found."
      >
        <GroupTable
          caption="Written sentences by group"
          head={['Group', 'Neutral passed', 'Hateful found', 'Wrong']}
          rows={[...templates]
            .sort((a, b) => a.passed / a.passing - b.passed / b.passing || a.found - b.found)
            .map(({ group, passed, passing, found, hateful }) => ({
              name: group,
              isMarked: passed < passing,
              cells: [`${passed} of ${passing}`, `${found} of ${hateful}`, percent(1 - passed / passing)],
              share: 1 - passed / passing,
            }))}
          total={{
            name: 'All groups',
            isMarked: false,
            cells: [
              `${sum('passed')} of ${sum('passing')}`,
              `${sum('found')} of ${sum('hateful')}`,
              percent(1 - sum('passed') / Math.max(1, sum('passing'))),
            ],
            share: 1 - sum('passed') / Math.max(1, sum('passing')),
          }}
        />
      </Section>
      <Section title="Over time" hint="Wrong suggestions, one reading a week and version: a line that rises says that scores have drifted.">
        <DriftLine readings={[...readings].reverse()} />
      </Section>
    </div>
  )
}
