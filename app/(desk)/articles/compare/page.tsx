import type { Metadata } from 'next'
import { ExportMenu, type ExportFile } from '@/components/articles/export-menu'
import { CompareChoice } from '@/components/newsroom/compare-choice'
import { ComparisonView } from '@/components/newsroom/comparison-view'
import { Callout } from '@/components/ui/callout'
import { PageFrame } from '@/components/ui/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import type { Words } from '@/components/words/rooms'
import { PageWords, readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { makeFigures } from '@/components/articles/figures'
import { requirePageActor } from '@/lib/auth/page-actor'
import { CompareQuery, type Comparison } from '@/lib/contracts/compare'
import { DomainError } from '@/lib/domain/errors'
import { compareDiscussions } from '@/lib/services/article/compare'
import { listSections } from '@/lib/services/article/options'
import type { Context } from '@/lib/services/context'
import { createContext } from '@/lib/services/create-context'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'newsroom'))('compare') }
}

const DAY = 86_400_000

type Asked = Record<string, string | string[] | undefined>

export default async function ComparePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const ctx = createContext(await requirePageActor())
  const language = await findPageLanguage()
  const t = await readWords(language, 'newsroom')
  const figures = makeFigures(await readWords(language, 'figures'))
  const asked = await searchParams
  const query = CompareQuery.safeParse(withLists(asked))
  const [sections, answer] = await Promise.all([listSections(ctx), query.success ? compare(ctx, query.data) : null])
  const today = ctx.now().getTime()
  const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY
  const isDrawn = answer !== null && typeof answer === 'object'
  const options = {
    sections,
    weeks: Array.from({ length: 8 }, (_, week) => dayOf(monday - week * 7 * DAY)),
    from: query.data?.of === 'sections' ? query.data.from : dayOf(today - 13 * DAY),
    to: query.data?.of === 'sections' ? query.data.to : dayOf(today),
  }
  return (
    <PageFrame holds="page" className="print-sheet">
      <PageHeader title={t('compare')} description={t('compare.words')}>
        {isDrawn && <ExportMenu files={listFiles(t, asked)} />}
      </PageHeader>
      <PageWords language={language} rooms={['newsroom']}>
        {query.success && query.data.of === 'articles' ? (
          // Nothing of the form belongs to what is shown.
          <details className="mb-6 print:hidden">
            <summary className="mb-3 inline-flex min-h-6 items-center rounded-sm text-sm text-ink-2 marker:content-none hover:text-ink">
              <span className="underline decoration-line-strong underline-offset-3">{t('compare.else')}</span>
            </summary>
            <CompareChoice {...options} of={null} chosen={[]} />
          </details>
        ) : (
          <CompareChoice {...options} {...readChoice(query.data)} />
        )}
      </PageWords>
      {asked['of'] !== undefined && !query.success && (
        <Callout tone="warning" title={t('compare.none')}>
          {t('compare.takes')}
        </Callout>
      )}
      {typeof answer === 'string' && (
        <Callout tone="warning" title={t('compare.none')}>
          {answer}
        </Callout>
      )}
      {isDrawn && query.success && (
        <PageWords language={language} rooms={['discussion']}>
          <ComparisonView t={t} figures={figures} comparison={answer} of={query.data.of} />
        </PageWords>
      )}
    </PageFrame>
  )
}

/** What the form begins with: what is on the page. */
function readChoice(query: CompareQuery | undefined): { of: 'sections' | 'weeks' | null; chosen: readonly string[] } {
  if (query?.of === 'sections') return { of: 'sections', chosen: query.section }
  return query?.of === 'weeks' ? { of: 'weeks', chosen: query.week } : { of: null, chosen: [] }
}

/** The groups on the page as a file: asked for by the page's own address. */
function listFiles(t: Words<'newsroom'>, asked: Asked): ExportFile[] {
  const search = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [value].flat().map((one) => [name, one]))),
  )
  return [{ word: t('file.compared'), href: `/api/v1/desk/compare?${search.toString()}` }]
}

/** The comparison, or why there is none. */
async function compare(ctx: Context, query: CompareQuery): Promise<Comparison | string> {
  try {
    return await compareDiscussions(ctx, query)
  } catch (error) {
    if (error instanceof DomainError) return error.message
    throw error
  }
}

/** Names that stand once in the address are lists of one. */
function withLists(asked: Asked): Record<string, unknown> {
  const list = (value: string | string[] | undefined) => (value === undefined ? undefined : Array.isArray(value) ? value : [value])
  const section = asked['of'] === 'weeks' ? asked['section'] : list(asked['section'])
  return { ...asked, id: list(asked['id']), section, week: list(asked['week']) }
}
