'use client'

import { useState } from 'react'
import type { ColumnChoice as Choice, CsvField, ImportReport } from '@/lib/contracts/settings'
import { Section } from '../settings/section'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Select } from '../ui/select'

const FIELD_WORDS: Record<CsvField, string> = {
  body: 'the text',
  externalId: 'the comment’s id',
  authorName: 'the author’s name',
  authorExternalId: 'the author’s id',
  postedAt: 'the time',
  parentExternalId: 'the id of the comment it answers',
  articleExternalId: 'the article’s id',
  articleTitle: 'the article’s title',
  articleUrl: 'the article’s address',
  language: 'the language',
  revision: 'the revision',
}
/** In the order of the words, the most needed first. */
const FIELDS = Object.keys(FIELD_WORDS) as CsvField[]

interface ColumnChoiceProps {
  columns: ImportReport['columns']
  isBusy: boolean
  onRead: (choice: Choice) => void
}

/** What each column of a table holds: as it was taken, and to be put right. */
export function ColumnChoice({ columns, isBusy, onRead }: ColumnChoiceProps) {
  const [fields, setFields] = useState<(CsvField | null)[]>(columns.map(({ field }) => field))
  const isChanged = fields.some((field, at) => field !== columns[at]?.field)

  function choose(index: number, field: CsvField | null): void {
    // A field is in one column: taken here, it is given up there.
    setFields(fields.map((old, at) => (at === index ? field : old === field ? null : old)))
  }

  function read(): void {
    onRead(Object.fromEntries(columns.flatMap(({ name }, at) => (fields[at] ? [[fields[at], name]] : []))))
  }

  return (
    <Section title="Columns" hint="What each column was taken for. Change what is wrong and read the file again.">
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {columns.map(({ name }, at) => (
          <Field key={at} label={<bdi className="[overflow-wrap:anywhere]">{name === '' ? `Column ${at + 1}` : name}</bdi>}>
            {(control) => (
              <Select
                {...control}
                value={fields[at] ?? ''}
                onChange={(event) => choose(at, event.currentTarget.value === '' ? null : (event.currentTarget.value as CsvField))}
              >
                <option value="">leave it out</option>
                {FIELDS.map((field) => (
                  <option key={field} value={field}>
                    {FIELD_WORDS[field]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
      </div>
      <div className="mt-4">
        <Button disabled={!isChanged || isBusy} onClick={read}>
          Read it with these columns
        </Button>
      </div>
    </Section>
  )
}
