'use client'

import { useState } from 'react'
import type { ColumnChoice as Choice, CsvField, ImportReport } from '@/lib/contracts/settings'
import { Section } from '../settings/section'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { useWords } from '../words/words-context'

/** The most needed first. */
const FIELDS = [
  'body',
  'externalId',
  'authorName',
  'authorExternalId',
  'postedAt',
  'parentExternalId',
  'articleExternalId',
  'articleTitle',
  'articleUrl',
  'language',
  'revision',
] as const satisfies readonly CsvField[]

interface ColumnChoiceProps {
  columns: ImportReport['columns']
  /** Whose clock its times are of, as it was read last; empty for nobody's. */
  timeZone: string
  isBusy: boolean
  onRead: (choice: Choice, timeZone: string) => void
}

/** What each column of a table holds: as it was taken, and to be put right. */
export function ColumnChoice({ columns, timeZone, isBusy, onRead }: ColumnChoiceProps) {
  const t = useWords('import')
  const [fields, setFields] = useState<(CsvField | null)[]>(columns.map(({ field }) => field))
  const [zone, setZone] = useState(timeZone)
  const isChanged = zone.trim() !== timeZone || fields.some((field, at) => field !== columns[at]?.field)

  function choose(index: number, field: CsvField | null): void {
    // A field is in one column: taken here, it is given up there.
    setFields(fields.map((old, at) => (at === index ? field : old === field ? null : old)))
  }

  function read(): void {
    onRead(Object.fromEntries(columns.flatMap(({ name }, at) => (fields[at] ? [[fields[at], name]] : []))), zone.trim())
  }

  return (
    <Section title={t('columns')} hint={t('columnsHint')}>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {columns.map(({ name }, at) => (
          <Field key={at} label={<bdi className="[overflow-wrap:anywhere]">{name === '' ? t('column', { number: at + 1 }) : name}</bdi>}>
            {(control) => (
              <Select
                {...control}
                value={fields[at] ?? ''}
                onChange={(event) => choose(at, event.currentTarget.value === '' ? null : (event.currentTarget.value as CsvField))}
              >
                <option value="">{t('leaveOut')}</option>
                {FIELDS.map((field) => (
                  <option key={field} value={field}>
                    {t(`field.${field}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
      </div>
      <Field label={t('timeZone')} hint={t('timeZoneHint')} className="mt-4 max-w-md">
        {(control) => <Input {...control} dir="ltr" value={zone} maxLength={60} onChange={(event) => setZone(event.currentTarget.value)} />}
      </Field>
      <div className="mt-4">
        <Button disabled={!isChanged || isBusy} onClick={read}>
          {t('readColumns')}
        </Button>
      </div>
    </Section>
  )
}
