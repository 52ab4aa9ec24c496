import { Fragment } from 'react'
import type { TransparencyFigure, TransparencyReport } from '@/lib/contracts/transparency'
import { Section } from '../articles/section'
import {
  groupFigures,
  nameOf,
  writeCounted,
  writeInterval,
  writePeriod,
  writeValue,
  type FigureGroup,
  type ReportVoice,
} from './figure-words'

/** All figures of a period beside those of the one before, each with what it means. Drawn by the server: nothing in it moves. */
export function ReportView({ voice, report }: { voice: ReportVoice; report: TransparencyReport }) {
  const { t } = voice
  return (
    <div className="flex flex-col gap-7">
      <div className="text-ink-2">
        <p className="text-md font-[620] text-ink">{writePeriod(voice, report.period)}</p>
        <p className="text-sm">
          {t('before', { period: writePeriod(voice, report.previous) })} · {writeCounted(voice, report)}
        </p>
        {!report.period.isOver && <p className="text-sm text-amber">{t('period.running')}</p>}
      </div>
      <Strip voice={voice} report={report} />
      {groupFigures(report).map(({ section, groups }) => (
        <Section key={section} id={section} title={t(`section.${section}`)}>
          <FigureTable voice={voice} name={t(`section.${section}`)} groups={groups} />
        </Section>
      ))}
      <Section id="missing" title={t('missing')}>
        <p className="max-w-prose text-ink-2">{t('missing.why')}</p>
      </Section>
    </div>
  )
}

const STRIP = ['comments.received', 'comments.held', 'decisions.people', 'decisions.rejected', 'waits.median', 'reports.received'] as const

/** What comes first. */
function Strip({ voice, report }: { voice: ReportVoice; report: TransparencyReport }) {
  const { t } = voice
  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded-lg border border-line bg-line [gap:1px] md:grid-cols-3 lg:grid-cols-6 print:grid-cols-6">
      {STRIP.map((key) => (
        <div key={key} className="bg-panel px-3.5 py-3">
          <dt className="text-sm text-ink-3">{t(`first.${key}`)}</dt>
          {report.figures
            .filter((figure) => figure.key === key)
            .map((figure) => (
              <dd key={key} data-figures className="text-2xl leading-8 font-[620] tracking-tight">
                {writeValue(voice, figure, figure.value)}
              </dd>
            ))}
        </div>
      ))}
    </dl>
  )
}

function FigureTable({ voice, name, groups }: { voice: ReportVoice; name: string; groups: readonly FigureGroup[] }) {
  const { t } = voice
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-panel">
      <table aria-label={name} className="w-full table-fixed border-collapse text-start">
        <thead className="border-b border-line text-sm text-ink-3">
          <tr>
            <th scope="col" className="h-9 ps-4 pe-3 text-start font-[530]">
              {t('column.figure')}
            </th>
            <th scope="col" className="w-22 px-2 text-end font-[530] sm:w-40">
              {t('column.own')}
            </th>
            <th scope="col" className="w-20 ps-2 pe-4 text-end font-[530] sm:w-40">
              {t('column.previous')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Fragment key={group.key}>
              {group.isMany ? (
                <Many voice={voice} group={group} />
              ) : (
                group.figures.map((figure) => <One key={figure.key} voice={voice} figure={figure} />)
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const ROW = 'border-t border-line align-baseline first:border-t-0'

function One({ voice, figure }: { voice: ReportVoice; figure: TransparencyFigure }) {
  return (
    <tr className={ROW}>
      <th scope="row" className="py-2 ps-4 pe-3 text-start font-normal">
        <span className="font-[560]">{voice.t(`figure.${figure.key}`)}</span>
        <Meaning voice={voice} figureKey={figure.key} />
      </th>
      <Values voice={voice} figure={figure} />
    </tr>
  )
}

/** One line that says what is counted, and one for each reason or kind. */
function Many({ voice, group: { key, figures } }: { voice: ReportVoice; group: FigureGroup }) {
  const { t } = voice
  return (
    <>
      <tr className={ROW}>
        <th scope="rowgroup" colSpan={figures.length === 0 ? 1 : 3} className="py-2 ps-4 pe-3 text-start font-normal">
          <span className="font-[560]">{t(`figure.${key}`)}</span>
          <Meaning voice={voice} figureKey={key} />
        </th>
        {figures.length === 0 && (
          <>
            <td className="px-2 py-2 text-end">{t('value.no')}</td>
            <td className="py-2 ps-2 pe-4 text-end text-ink-3">{t('value.no')}</td>
          </>
        )}
      </tr>
      {figures.map((figure) => (
        <tr key={figure.of} className="align-baseline">
          <th scope="row" className="py-1 ps-8 pe-3 text-start font-normal [overflow-wrap:anywhere]">
            <bdi>{nameOf(voice, figure)}</bdi>
          </th>
          <Values voice={voice} figure={figure} />
        </tr>
      ))}
    </>
  )
}

function Meaning({ voice, figureKey }: { voice: ReportVoice; figureKey: TransparencyFigure['key'] }) {
  return <span className="block text-sm text-pretty text-ink-3">{voice.meanings(figureKey)}</span>
}

function Values({ voice, figure }: { voice: ReportVoice; figure: TransparencyFigure }) {
  const interval = writeInterval(voice, figure)
  return (
    <>
      <td className="px-2 py-2 text-end font-[560]">
        {writeValue(voice, figure, figure.value)}
        {interval !== null && <span className="block text-sm font-normal text-ink-3">{interval}</span>}
      </td>
      <td className="py-2 ps-2 pe-4 text-end text-ink-2">{figure.unit === 'switch' ? null : writeValue(voice, figure, figure.previous)}</td>
    </>
  )
}
