import type { FairnessReading } from '@/lib/contracts/fairness'
import { findUnfair, LEAST_COMMENTS, shareWrong } from '@/lib/domain/fairness'
import { Section } from '../settings/section'
import { Callout } from '../ui/callout'
import { EmptyState } from '../ui/empty-state'
import { LocalTime } from '../ui/local-time'
import type { Formats } from '../words/formats'
import type { Words } from '../words/rooms'
import { DriftLine } from './drift-line'
import { GroupTable } from './group-table'
import { formatShare, wordGroup } from './words'

/** Wrong suggestions by group, on the site's own comments and on sentences written for it, and how that went over time. */
export function FairnessView({ t, formats, readings }: { t: Words<'fairness'>; formats: Formats; readings: FairnessReading[] }) {
  const [latest] = readings
  if (!latest) {
    return (
      <div className="rounded-lg border border-line bg-panel">
        <EmptyState kind="nothing-yet" title={t('none')}>
          {t('noneWhy')}
        </EmptyState>
      </div>
    )
  }
  const { figures, version, readAt } = latest
  const { own, all, templates, threshold } = figures
  const unfair = findUnfair(own, all)
  return (
    <div className="flex flex-col gap-6">
      {unfair.length > 0 && (
        <Callout tone="warning" title={t('unfair')}>
          {t('unfairWhich', { groups: formats.list(unfair.map((group) => wordGroup(t, group))) })}
        </Callout>
      )}
      <p className="text-sm text-ink-2">
        {t.parts('measured', {
          version: (
            <bdi key="version" className="font-[560]">
              {version}
            </bdi>
          ),
          score: formats.number(threshold, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
          time: <LocalTime key="time" at={readAt} />,
        })}
      </p>
      <Section title={t('own')} hint={own.some(isFew) ? `${t('ownHint')} ${t('fewHint', { least: LEAST_COMMENTS })}` : t('ownHint')}>
        {all.kept === 0 ? (
          <EmptyState kind="nothing-yet" title={t('nothingDecided')}>
            {t('nothingDecidedWhy')}
          </EmptyState>
        ) : (
          <OwnGroups t={t} formats={formats} own={own} all={all} unfair={unfair} />
        )}
      </Section>
      <Section title={t('written')} hint={t('writtenHint')}>
        <WrittenGroups t={t} formats={formats} templates={templates} />
      </Section>
      <Section title={t('overTime')} hint={t('overTimeHint')}>
        <DriftLine t={t} formats={formats} readings={[...readings].reverse()} />
      </Section>
    </div>
  )
}

interface Worded {
  t: Words<'fairness'>
  formats: Formats
}

type Figures = FairnessReading['figures']

/** How often comments that mention a group were suggested for nothing; those with enough of them first, the worst at the top. */
function OwnGroups({ t, formats, own, all, unfair }: Worded & Pick<Figures, 'own' | 'all'> & { unfair: ReturnType<typeof findUnfair> }) {
  const percent = (share: number | null) => formatShare(formats, share)
  return (
    <GroupTable
      t={t}
      formats={formats}
      caption={t('ownCaption')}
      head={[t('mentions'), t('kept'), t('wrongly'), t('share')]}
      rows={[...own]
        .sort((a, b) => Number(isFew(a)) - Number(isFew(b)) || (shareWrong(b) ?? 0) - (shareWrong(a) ?? 0) || b.kept - a.kept)
        .map((one) => ({
          name: wordGroup(t, one.group),
          isMarked: unfair.includes(one.group),
          isFew: isFew(one),
          cells: [one.kept, one.wrong, percent(shareWrong(one))],
          share: shareWrong(one),
        }))}
      total={{
        name: t('allComments'),
        isMarked: false,
        cells: [all.kept, all.wrong, percent(shareWrong(all))],
        share: shareWrong(all),
      }}
    />
  )
}

/** The same on sentences that were written for it, some of which should be found and some let pass. */
function WrittenGroups({ t, formats, templates }: Worded & Pick<Figures, 'templates'>) {
  const some = (part: number, of: number) => t('some', { some: part, all: of })
  const wrong = (passed: number, passing: number) => 1 - passed / Math.max(1, passing)
  const sum = (key: 'passing' | 'passed' | 'hateful' | 'found') => templates.reduce((total, one) => total + one[key], 0)
  const toRow = (name: string, passed: number, passing: number, found: number, hateful: number) => ({
    name,
    cells: [some(passed, passing), some(found, hateful), formatShare(formats, wrong(passed, passing))],
    share: wrong(passed, passing),
  })
  return (
    <GroupTable
      t={t}
      formats={formats}
      caption={t('writtenCaption')}
      head={[t('group'), t('passed'), t('found'), t('wrong')]}
      rows={[...templates]
        .sort((a, b) => a.passed / a.passing - b.passed / b.passing || a.found - b.found)
        .map(({ group, passed, passing, found, hateful }) => ({
          ...toRow(wordGroup(t, group), passed, passing, found, hateful),
          isMarked: passed < passing,
        }))}
      total={{ ...toRow(t('allGroups'), sum('passed'), sum('passing'), sum('found'), sum('hateful')), isMarked: false }}
    />
  )
}

const isFew = ({ kept }: { kept: number }) => kept < LEAST_COMMENTS
