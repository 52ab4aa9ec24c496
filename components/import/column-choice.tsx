'use client'

import { useState } from 'react'
import type { CsvField, ImportOptions, ImportReport } from '@/lib/contracts/import'
import { Section } from '../settings/section'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { useWords } from '../words/words-context'
import { ZoneInput } from './zone-input'

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
  'status',
  'deleted',
  'spam',
] as const satisfies readonly CsvField[]

/** One of these names the article of each row. */
const ARTICLE_FIELDS: readonly (CsvField | null)[] = ['articleExternalId', 'articleTitle', 'articleUrl']

interface ColumnChoiceProps {
  columns: ImportReport['columns']
  /** As it was read last. */
  options: ImportOptions
  /** What the server found wrong with them, by their paths. */
  faults: Record<string, string>
  isBusy: boolean
  onRead: (options: ImportOptions) => void
}

/** What each column of a table holds, and what none of them says: as it was taken, and to be put right. */
export function ColumnChoice({ columns, options, faults, isBusy, onRead }: ColumnChoiceProps) {
  const t = useWords('import')
  const [fields, setFields] = useState<(CsvField | null)[]>(columns.map(({ field }) => field))
  const [before] = useState({ timeZone: options.timeZone ?? '', articleId: options.articleId ?? '' })
  const [zone, setZone] = useState(before.timeZone)
  const [article, setArticle] = useState(before.articleId)
  const [timeZone, articleId] = [zone.trim(), article.trim()]
  const isArticleNamed = fields.some((field) => ARTICLE_FIELDS.includes(field))
  const isChanged =
    timeZone !== before.timeZone || articleId !== before.articleId || fields.some((field, at) => field !== columns[at]?.field)

  function choose(index: number, field: CsvField | null): void {
    // A field is in one column: taken here, it is given up there.
    setFields(fields.map((old, at) => (at === index ? field : old === field ? null : old)))
  }

  function read(): void {
    const { timeZone: _zone, articleId: _article, ...rest } = options
    onRead({
      ...rest,
      columns: Object.fromEntries(columns.flatMap(({ name }, at) => (fields[at] ? [[fields[at], name]] : []))),
      ...(timeZone === '' ? {} : { timeZone }),
      ...(articleId === '' ? {} : { articleId }),
    })
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
      <div className="mt-4 grid items-start gap-x-6 gap-y-3 sm:grid-cols-2">
        <Field label={t('timeZone')} hint={t('timeZoneHint')} error={faults['options/timeZone']}>
          {(control) => <ZoneInput {...control} value={zone} onChange={(event) => setZone(event.currentTarget.value)} />}
        </Field>
        <Field
          label={t(isArticleNamed ? 'articleId' : 'articleIdNeeded')}
          hint={t('tableArticleIdHint')}
          error={faults['options/articleId']}
        >
          {(control) => <Input {...control} value={article} maxLength={200} onChange={(event) => setArticle(event.currentTarget.value)} />}
        </Field>
      </div>
      <div className="mt-4">
        <Button disabled={!isChanged || isBusy} onClick={read}>
          {t('readColumns')}
        </Button>
      </div>
    </Section>
  )
}
