'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { useWords } from '../words/words-context'
import { nameWeek } from './name-week'

interface CompareChoiceProps {
  sections: readonly string[]
  /** Days of the last eight weeks' Mondays, the latest first. */
  weeks: readonly string[]
  from: string
  to: string
  /** What is compared already. */
  of: 'sections' | 'weeks' | null
  chosen: readonly string[]
}

const MOST = 5

/** Chooses sections in a time range, or weeks, to hold against each other. Articles are chosen in their list. */
export function CompareChoice({ sections, weeks, from, to, ...start }: CompareChoiceProps) {
  const t = useWords('newsroom')
  const router = useRouter()
  const [of, setOf] = useState<'sections' | 'weeks'>(start.of ?? (sections.length >= 2 ? 'sections' : 'weeks'))
  const [chosen, setChosen] = useState<readonly string[]>(start.chosen)
  const options = of === 'sections' ? sections : weeks
  function toggle(option: string): void {
    setChosen((now) => (now.includes(option) ? now.filter((one) => one !== option) : now.length < MOST ? [...now, option] : now))
  }
  function compare(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const search = new URLSearchParams([['of', of], ...chosen.map((one) => [of === 'sections' ? 'section' : 'week', one])])
    for (const name of of === 'sections' ? ['from', 'to'] : []) search.set(name, form.get(name) as string)
    router.push(`/articles/compare?${search.toString()}`)
  }
  return (
    <form onSubmit={compare} className="mb-6 flex max-w-2xl flex-col gap-3 rounded-lg border border-line bg-panel p-4 print:hidden">
      {/* On a phone the two days stand side by side, below what is compared. */}
      <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap [&>*]:min-w-0 max-sm:[&>*:first-child]:col-span-2">
        <Field label={t('compare')}>
          {(control) => (
            <Select
              {...control}
              value={of}
              onChange={(event) => {
                setOf(event.target.value === 'weeks' ? 'weeks' : 'sections')
                setChosen([])
              }}
            >
              <option value="sections">{t('sections')}</option>
              <option value="weeks">{t('compare.weeks')}</option>
            </Select>
          )}
        </Field>
        {of === 'sections' && (
          <>
            <Field label={t('from')}>{(control) => <Input {...control} type="date" name="from" defaultValue={from} required />}</Field>
            <Field label={t('to')}>{(control) => <Input {...control} type="date" name="to" defaultValue={to} required />}</Field>
          </>
        )}
      </div>
      <fieldset>
        <legend className="text-sm font-[560]">{t('compare.some')}</legend>
        <div className="mt-1 grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] gap-x-5">
          {options.map((option) => (
            <Checkbox
              key={option}
              checked={chosen.includes(option)}
              disabled={!chosen.includes(option) && chosen.length >= MOST}
              onChange={() => toggle(option)}
            >
              {of === 'weeks' ? nameWeek(t, option) : <bdi>{option}</bdi>}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <div>
        <Button look="solid" type="submit" disabled={chosen.length < 2}>
          {t('compare')}
        </Button>
      </div>
    </form>
  )
}
