import type { ReactNode } from 'react'
import type { Agreement, AgreementPart } from '@/lib/contracts/second-look'
import { LEAST_FOR_ALPHA, LEAST_FOR_SHARE, type Estimate } from '@/lib/domain/agreement'
import { BarList, type BarListItem } from '../charts/bar-list'
import { Section } from '../settings/section'
import type { Formats } from '../words/formats'
import type { Words } from '../words/rooms'

interface AgreementViewProps {
  t: Words<'second-look'>
  formats: Formats
  agreement: Agreement
}

/** How far two people agree, as a whole and in parts; where there are too few answers, that is said in place of a figure. */
export function AgreementView({ t, formats, agreement }: AgreementViewProps) {
  const { overall, alpha, byVerdict, bySection, byWeek, confusions } = agreement
  const say = (part: AgreementPart) => (part.share === null ? t('none.too_few') : writeShare(t, formats, part.share))
  const list = (items: readonly (AgreementPart & { key: string; name: ReactNode })[]): BarListItem[] =>
    items.map(({ key, name, ...part }) => ({
      ...{ key, name, text: say(part), share: part.share?.value ?? 0 },
      notes: [`${t('column.answers')}: ${formats.number(part.total)}`],
    }))
  const day = (week: string) => formats.date(`${week}T12:00:00Z`, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 md:grid-cols-2">
        <Figure name={t('agree')} hint={t('interval.hint', { level: formats.percent(0.95) })}>
          {overall.share === null ? <TooFew t={t} least={LEAST_FOR_SHARE} /> : <Big>{writeShare(t, formats, overall.share)}</Big>}
        </Figure>
        <Figure name={t('alpha')} hint={t('alpha.hint')}>
          {alpha === 'too_few' ? (
            <TooFew t={t} least={LEAST_FOR_ALPHA} />
          ) : (
            <Big>{alpha === 'one_verdict' ? t('none.one_verdict') : writeAlpha(t, formats, alpha)}</Big>
          )}
        </Figure>
      </div>
      <Facts t={t} formats={formats} agreement={agreement} />
      <div className="grid items-start gap-4 md:grid-cols-2">
        <Section title={t('byVerdict')}>
          <BarList items={list(byVerdict.map((part) => ({ ...part, key: part.verdict, name: t(`verdict.${part.verdict}`) })))} />
        </Section>
        <Section title={t('confusions')}>
          <Confusions {...{ t, formats, confusions }} />
        </Section>
        {bySection.length > 0 && (
          <Section title={t('bySection')}>
            <BarList
              items={list(
                bySection.map((part) => ({ ...part, key: part.section ?? '', name: <bdi>{part.section ?? t('noSection')}</bdi> })),
              )}
            />
          </Section>
        )}
        {byWeek.length > 0 && (
          <Section title={t('byWeek')}>
            <BarList items={list(byWeek.map((part) => ({ ...part, key: part.week, name: t('week', { day: day(part.week) }) })))} />
          </Section>
        )}
      </div>
    </div>
  )
}

/** Which verdicts are given for each other, and how often. */
function Confusions({ t, formats, confusions }: Pick<AgreementViewProps, 't' | 'formats'> & Pick<Agreement, 'confusions'>) {
  if (confusions.length === 0) return <p className="text-ink-3">{t('confusions.none')}</p>
  return (
    <table className="w-full border-collapse">
      <thead className="text-sm text-ink-3">
        <tr>
          <th scope="col" className="pb-1 text-start font-[530]">
            {t('column.what')}
          </th>
          <th scope="col" className="pb-1 text-end font-[530]">
            {t('column.often')}
          </th>
        </tr>
      </thead>
      <tbody>
        {confusions.map(({ verdicts: [one, other], count }) => (
          <tr key={`${one} ${other}`} className="border-t border-line">
            <th scope="row" className="py-1.5 text-start font-normal">
              {t('confusion.pair', { one: t(`verdict.${one}`), other: t(`verdict.${other}`) })}
            </th>
            <td data-figures className="text-end">
              {formats.number(count)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Its own direction: a minus sign and the ends of an interval must not change places. */
function writeShare(t: Words<'second-look'>, formats: Formats, { value, low, high }: Estimate): string {
  return `${formats.percent(value)} (${t('interval', { low: formats.percent(low), high: formats.percent(high) })})`
}

function writeAlpha(t: Words<'second-look'>, formats: Formats, { value, low, high }: Estimate): string {
  const write = (figure: number) => formats.number(figure, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return `${write(value)} (${t('interval', { low: write(low), high: write(high) })})`
}

const Big = ({ children }: { children: ReactNode }) => (
  <p data-figures className="text-xl font-[640]">
    {children}
  </p>
)

function TooFew({ t, least }: { t: Words<'second-look'>; least: number }) {
  return (
    <p>
      <span className="block text-lg font-[620]">{t('none.too_few')}</span>
      <span className="text-sm text-ink-3">{t('none.needs', { count: least })}</span>
    </p>
  )
}

function Figure({ name, hint, children }: { name: string; hint: string; children: ReactNode }) {
  return (
    <section aria-label={name} className="rounded-lg border border-line bg-panel px-4 py-3">
      <h2 className="text-sm font-[560] text-ink-2">{name}</h2>
      {children}
      <p className="mt-1 max-w-prose text-sm text-pretty text-ink-3">{hint}</p>
    </section>
  )
}

/** What became of all that was drawn: how much of it the figures rest on. */
function Facts({ t, formats, agreement }: AgreementViewProps) {
  const { drawn, unsure, waiting, expired, overall } = agreement
  const facts = [
    ['drawn', drawn],
    ['answered', overall.total + unsure],
    ['unsure', unsure],
    ['waiting', waiting],
    ['expired', expired],
  ] as const
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2 rounded-lg border border-line bg-panel px-4 py-3">
      {facts.map(([name, count]) => (
        <div key={name}>
          <dt className="text-sm text-ink-3">{t(`fact.${name}`)}</dt>
          <dd data-figures className="font-[580]">
            {formats.number(count)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
