import { useWords } from '../words/words-context'

/** The columns that a table may have beside the text. They are names in the file, so they are not translated. */
const COLUMNS = 'id, article_id, article_title, parent_id, author, author_id, created_at, language'
/** Systems whose answers and backups are such JSON. They are names. */
const SYSTEMS = 'Remark42, Hyvor Talk, Isso, Cusdis, Waline, Giscus'
const OTHERS = ['commento', 'coral', 'disqus', 'wordpress', 'sql'] as const

/** What files may be, in a sentence each. */
export function Formats() {
  const t = useWords('import')
  const columns = <bdi key="columns">{COLUMNS}</bdi>
  const systems = <bdi key="systems">{SYSTEMS}</bdi>
  const formats = [
    { name: t('name.html'), how: t('how.html') },
    { name: t('name.text'), how: t('how.text') },
    { name: t('format.ndjson'), how: t('how.ndjson') },
    { name: t('format.csv'), how: t.parts('how.csv', { columns }) },
    { name: t('format.json'), how: t.parts('how.json', { systems }) },
    ...OTHERS.map((name) => ({ name: t(`format.${name}`), how: t(`how.${name}`) })),
  ]
  return (
    <section aria-labelledby="import-formats" className="mt-2">
      <h2 id="import-formats" className="mb-2 text-md font-[620]">
        {t('formats')}
      </h2>
      <dl className="grid gap-x-8 gap-y-4 lg:grid-cols-3">
        {formats.map(({ name, how }) => (
          <div key={name}>
            <dt className="text-sm font-[560]">{name}</dt>
            <dd className="text-sm text-ink-2">{how}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm text-ink-3">{t('formatsHonest')}</p>
    </section>
  )
}
