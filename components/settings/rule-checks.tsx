import Link from 'next/link'
import type { RuleChecks as Checks, RuleOtherwiseList, RuleResource } from '@/lib/contracts/rule'
import { describeAct } from '../moderation/decision/decision-words'
import type { Formats } from '../words/formats'
import type { Words } from '../words/rooms'
import { FactList, writeShare } from './rule-facts'
import { SeenOtherwise } from './rule-otherwise'
import { Section } from './section'

interface RuleChecksProps {
  t: Words<'rules'>
  glossary: Words<'glossary'>
  formats: Formats
  rule: RuleResource
  checks: Checks
  failed: RuleOtherwiseList['checked']
}

/** What came of the random checks of a rule that decides alone. */
export function RuleChecks({ t, glossary, formats, rule, checks, failed }: RuleChecksProps) {
  const { wrong, of, unsure, waiting, share } = checks
  return (
    <Section title={t('checks.title')} hint={t('checks.hint')}>
      <FactList
        facts={[
          [t('checks.answered'), formats.number(of)],
          [t('checks.wrong'), formats.number(wrong)],
          [t('checks.unsure'), formats.number(unsure)],
          [t('checks.waiting'), formats.number(waiting)],
          [t('checks.share'), writeShare(t, formats, share)],
          [t('checks.limit'), formats.percent(rule.mostOtherwise)],
        ]}
      />
      {failed.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 text-sm text-ink-3">{t('checks.otherwise')}</h3>
          <ul aria-label={t('checks.otherwise')}>
            {failed.map((one) => (
              <SeenOtherwise
                key={`${one.id} ${one.at}`}
                t={t}
                one={one}
                by={t('checks.opinion')}
                made={describeAct(glossary, one.answer)}
              />
            ))}
          </ul>
        </>
      )}
      <p className="mt-3 text-sm">
        <Link href="/settings/second-looks" prefetch={false} className="text-accent hover:underline">
          {t('checks.set')}
        </Link>
      </p>
    </Section>
  )
}
