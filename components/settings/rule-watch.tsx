import type { RuleFigures, RuleOtherwiseList, RuleResource, RuleSpans } from '@/lib/contracts/rule'
import type { Estimate } from '@/lib/domain/agreement'
import { isAutomatic } from '@/lib/domain/rules/rule'
import { Callout } from '../ui/callout'
import { LocalTime } from '../ui/local-time'
import type { Formats } from '../words/formats'
import type { Words } from '../words/rooms'
import { RuleChecks } from './rule-checks'
import { FactList, writeShare } from './rule-facts'
import { OtherwiseList } from './rule-otherwise'
import { describeStop } from './rule-stop'
import { Section } from './section'

interface RuleWatchProps {
  t: Words<'rules'>
  glossary: Words<'glossary'>
  formats: Formats
  rule: RuleResource
  figures: RuleFigures
  otherwise: RuleOtherwiseList
}

/** What a rule did, what people made of it, and where they saw it otherwise. */
export function RuleWatch({ t, glossary, formats, rule, figures, otherwise }: RuleWatchProps) {
  return (
    <div className="flex flex-col gap-4">
      {rule.stopped !== null && (
        <Callout tone="warning">
          {t.parts('stopped.since', { at: <LocalTime key="at" at={rule.stopped.at} /> })} {describeStop(t, formats, rule.stopped)}{' '}
          {rule.triedAt === null && t('stopped.next')}
        </Callout>
      )}
      <Section title={t('did.title')} hint={t('did.hint')}>
        <FiguresTable t={t} formats={formats} rule={rule} figures={figures} />
        <Shares t={t} formats={formats} rule={rule} share={figures.share} />
      </Section>
      {isAutomatic(rule.outcome) && (
        <RuleChecks t={t} glossary={glossary} formats={formats} rule={rule} checks={figures.checks} failed={otherwise.checked} />
      )}
      <Section title={t('trial.otherwise')} hint={t('otherwise.hint')}>
        <OtherwiseList t={t} list={otherwise} />
      </Section>
    </div>
  )
}

const SPANS = ['today', 'week', 'month'] as const

function FiguresTable({ t, formats, rule, figures: { did, same, otherwise, unseen } }: Omit<RuleWatchProps, 'otherwise' | 'glossary'>) {
  // Another outcome than the rule's own is told where it happened: what people bring in waits, and a rule can be changed.
  const shown = did.filter(({ outcome, month }) => outcome === rule.outcome || outcome === 'passed_over' || month > 0)
  const rows: [string, RuleSpans][] = [
    ...shown.map((one): [string, RuleSpans] => [t(`did.${one.outcome}`), one]),
    [t('seen.same'), same],
    [t('seen.otherwise'), otherwise],
    [t('seen.unseen'), unseen],
  ]
  return (
    <table className="w-full max-w-xl border-collapse">
      <thead className="text-sm text-ink-3">
        <tr>
          <td />
          {SPANS.map((span) => (
            <th key={span} scope="col" className="ps-3 pb-1 text-end font-[530] whitespace-nowrap">
              {t(`span.${span}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, spans], at) => (
          <tr key={name} className={at === shown.length ? 'border-t-2 border-line' : 'border-t border-line'}>
            <th scope="row" className="py-1.5 text-start font-normal">
              {name}
            </th>
            {SPANS.map((span) => (
              <td key={span} data-figures className="ps-3 text-end">
                {formats.number(spans[span])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The share seen otherwise, beside what the trial had found. */
function Shares({ t, formats, rule, share }: { t: Words<'rules'>; formats: Formats; rule: RuleResource; share: Estimate | null }) {
  return (
    <FactList
      className="mt-4"
      facts={[
        [t('share.now'), writeShare(t, formats, share)],
        ...(rule.triedAt === null ? [] : [[t('share.foretold'), writeShare(t, formats, rule.foretold)] as const]),
      ]}
    />
  )
}
