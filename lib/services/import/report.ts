import type { AcceptedComment, CommentInput } from '../../contracts/ingest'
import type { ImportReport } from '../../contracts/import'
import { SKIP_REASONS, type SkipReason } from '../../domain/skip-reasons'
import { SeenComments } from './seen-comments'
import { SeenReplies } from './seen-replies'

const MAX_ARTICLES = 50
const MAX_PROBLEMS = 1000
/** What the report says of a table's header. */
const MAX_COLUMNS = 200
const MAX_PREVIEW = 10
const EXCERPT_LENGTH = 280

/** What one row that was left out is called, and several. */
const SKIPPED_WORDS: Record<SkipReason, [one: string, several: string]> = {
  deleted: ['comment deleted at the source', 'comments deleted at the source'],
  spam: ['comment that is spam at the source', 'comments that are spam at the source'],
  rejected: ['comment rejected at the source', 'comments rejected at the source'],
  unapproved: ['comment not approved at the source', 'comments not approved at the source'],
  pingback: ['pingback', 'pingbacks'],
  trackback: ['trackback', 'trackbacks'],
}

type ReportedArticle = ImportReport['articles'][number]
export type ReportedProblem = ImportReport['problems'][number]

/** All that a report is made from, so that an import which was interrupted can go on counting. */
export interface ReportState extends Omit<ImportReport, 'format' | 'isDryRun'> {
  /** The line of the first row that was left out, for each reason. */
  firstSkipped: Partial<Record<SkipReason, number>>
}

/** Collects an import's report, within bounds: a file may hold any number of articles, comments and problems. */
export class ReportBuilder {
  readonly #state: ReportState
  readonly #articles = new Map<string, ReportedArticle>()
  /** The articles seen, beyond those that are listed. */
  readonly #seen = new Set<string>()
  /** What came in from this file so far, or would: a rehearsal forgets what it wrote. */
  readonly #comments = new SeenComments()
  readonly #replies = new SeenReplies()
  /** The first row that could not come in; of this run alone. */
  firstLoss: ReportedProblem | null = null

  constructor(
    readonly isDryRun: boolean,
    state: ReportState = makeEmptyState(),
  ) {
    this.#state = structuredClone(state)
    for (const article of this.#state.articles) this.#articles.set(article.externalId, article)
  }

  get counts(): ImportReport['counts'] {
    return this.#state.counts
  }

  /** What is to be kept for a builder that goes on. */
  get state(): ReportState {
    return { ...this.#state, articles: [...this.#articles.values()] }
  }

  /** Articles and comments that came in, or would. */
  get readCount(): number {
    const { created, updated, unchanged, stale } = this.counts
    return this.#state.articleCount + created + updated + unchanged + stale
  }

  hasArticle(externalId: string): boolean {
    return this.#articles.has(externalId) || this.#seen.has(externalId)
  }

  putArticle(article: Omit<ReportedArticle, 'comments'>): void {
    const { externalId } = article
    if (!this.hasArticle(externalId)) this.#state.articleCount += 1
    const known = this.#articles.get(externalId)
    if (known || this.#articles.size < MAX_ARTICLES) this.#articles.set(externalId, { ...article, comments: known?.comments ?? 0 })
    else this.#seen.add(externalId)
  }

  /** Notes an article of a part that was done before: it is counted already. */
  passOver(externalId: string): void {
    if (!this.#articles.has(externalId)) this.#seen.add(externalId)
  }

  /** The same for a comment. */
  passOverComment(comment: CommentInput): void {
    this.passOver(comment.articleExternalId)
    this.#comments.put(comment)
    if (this.isDryRun) this.closesCircle(comment)
  }

  /**
   * Whether the file has had this comment already, in other words and without revisions that say which are newer. The
   * last would win, and each import of the file would change the comment back and forth.
   */
  contradicts({ externalId, body, revision }: CommentInput): boolean {
    return revision === undefined && this.#comments.compare(externalId, body) === 'different'
  }

  /** Whether it answers a comment that this file has under another article. What a rehearsal wrote, the database cannot say any more. */
  answersElsewhere({ parentExternalId, articleExternalId }: CommentInput): boolean {
    return typeof parentExternalId === 'string' && this.#comments.isElsewhere(parentExternalId, articleExternalId)
  }

  /** Whether it answers one that answers it, directly or through others, as far as this rehearsal has come. */
  closesCircle({ externalId, parentExternalId }: CommentInput): boolean {
    return typeof parentExternalId === 'string' && parentExternalId !== externalId && !this.#replies.join(externalId, parentExternalId)
  }

  putColumns(columns: ImportReport['columns']): void {
    this.#state.columns = columns.slice(0, MAX_COLUMNS)
  }

  /** Counts a row that cannot come in. */
  loseRow(line: number, message: string): void {
    this.counts.invalid += 1
    this.firstLoss ??= { line, message }
    this.addProblem(line, message)
  }

  addProblem(line: number, message: string): void {
    this.#state.problemCount += 1
    if (this.#state.problems.length < MAX_PROBLEMS) this.#state.problems.push({ line, message })
  }

  /** Counts a row that its source does not show; the report lists each reason once. */
  countSkipped(line: number, why: SkipReason): void {
    this.#state.skipped[why] += 1
    this.#state.firstSkipped[why] ??= line
  }

  /** Counts a comment that came in, or would. What is removed here, or was by somebody who was erased, is not shown. */
  countComment(
    { input, isQuoteLink }: { input: CommentInput; isQuoteLink: boolean },
    { outcome, status }: Pick<AcceptedComment, 'outcome' | 'status'>,
  ): void {
    const isRepeated = this.isDryRun && outcome === 'created' && this.#comments.compare(input.externalId, input.body) !== 'new'
    this.#comments.put(input)
    this.counts[isRepeated ? 'unchanged' : outcome] += 1
    if (typeof input.parentExternalId === 'string') this.#state.replies = (this.#state.replies ?? 0) + 1
    if (isQuoteLink) this.#state.quoteLinks += 1
    const article = this.#articles.get(input.articleExternalId)
    if (article) article.comments += 1
    if (status !== 'removed') this.#addPreview(input)
  }

  #addPreview(comment: CommentInput): void {
    if (this.#state.preview.length >= MAX_PREVIEW) return
    const excerpt = comment.body.length > EXCERPT_LENGTH ? `${comment.body.slice(0, EXCERPT_LENGTH).toWellFormed()}…` : comment.body
    this.#state.preview.push({
      author: comment.author?.name ?? null,
      excerpt,
      isReply: typeof comment.parentExternalId === 'string',
      postedAt: comment.postedAt ?? null,
    })
  }

  build(format: ImportReport['format']): ImportReport {
    return buildReport(this.state, format, this.isDryRun)
  }
}

/** The report that people read. */
export function buildReport({ firstSkipped, ...state }: ReportState, format: ImportReport['format'], isDryRun: boolean): ImportReport {
  const skipped = SKIP_REASONS.filter((why) => state.skipped[why] > 0).map((why) => {
    const count = state.skipped[why]
    const [one, several] = SKIPPED_WORDS[why]
    const message = count === 1 ? `1 ${one} was left out.` : `${count} ${several} were left out, from here on.`
    return { line: firstSkipped[why] ?? 1, message }
  })
  return {
    ...state,
    format,
    isDryRun,
    problems: [...state.problems, ...skipped].sort((a, b) => a.line - b.line),
    problemCount: state.problemCount + skipped.length,
  }
}

function makeEmptyState(): ReportState {
  return {
    articles: [],
    articleCount: 0,
    counts: { created: 0, updated: 0, unchanged: 0, stale: 0, invalid: 0 },
    skipped: { deleted: 0, spam: 0, rejected: 0, unapproved: 0, pingback: 0, trackback: 0 },
    firstSkipped: {},
    replies: 0,
    quoteLinks: 0,
    columns: [],
    problems: [],
    problemCount: 0,
    preview: [],
  }
}

/** Paragraphs of an article's text, which are set apart by blank lines. */
export function countParagraphs(body: string): number {
  return body.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '').length
}
