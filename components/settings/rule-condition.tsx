'use client'

import { useState } from 'react'
import { ASKABLE } from '@/lib/domain/rules/askable'
import { parseCondition } from '@/lib/domain/rules/rule'
import { Field } from '../ui/field'
import { fieldClasses } from '../ui/input'
import { useWords } from '../words/words-context'

interface RuleConditionProps {
  value: string
  onChange: (value: string) => void
  /** What the server said of it. */
  error: string | undefined
}

/** The condition of a rule: what is not understood is said as soon as one leaves it, and what can be asked stands below. */
export function RuleCondition({ value, onChange, error }: RuleConditionProps) {
  const t = useWords('rules')
  const desk = useWords('desk')
  const [isLeft, setLeft] = useState(false)
  const [problem] = isLeft ? parseCondition(value).problems : []
  const said = problem && desk('problem', { part: value.slice(problem.at, problem.end), why: desk(problem.fault, problem) })

  return (
    <div className="flex flex-col gap-2">
      <Field label={t('condition')} hint={t('conditionHint')} error={said ?? error}>
        {(control) => (
          <textarea
            {...control}
            name="condition"
            value={value}
            rows={2}
            maxLength={400}
            required
            dir="ltr"
            spellCheck={false}
            placeholder={t('conditionExample')}
            onChange={(event) => onChange(event.currentTarget.value)}
            onBlur={() => setLeft(true)}
            className={`${fieldClasses} py-1.5 font-mono`}
          />
        )}
      </Field>
      <details className="text-sm">
        <summary className="w-fit cursor-pointer rounded-sm text-accent hover:underline">{t('asks')}</summary>
        <dl className="mt-2 flex flex-col">
          {ASKABLE.map(({ name, example }) => (
            <div key={name} className="flex items-baseline justify-between gap-4 border-b border-line py-1">
              <dt dir="ltr" className="font-mono whitespace-nowrap">
                {example}
              </dt>
              <dd className="text-end text-ink-2">{t(`ask.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  )
}
