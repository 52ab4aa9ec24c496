import type { QueryClient } from '@tanstack/react-query'
import type { QueuePage, QueueRow } from '@/lib/contracts/queue'
import type { DecisionStore } from '../decision/decision-store'
import { sendDesk } from '../desk-api'
import type { QueuePages } from './desk-queries'
import type { DeskRow } from './desk-row'

/** As many rows as the server gives at once. */
const MOST_ROWS = 100

/** Named comments as rows of a queue, MOST_ROWS at most; what is not there is left out. */
async function fetchRows(ids: readonly string[]): Promise<QueueRow[]> {
  const search = new URLSearchParams(ids.map((id) => ['id', id]))
  return (await sendDesk<{ rows: QueueRow[] }>('GET', `rows?${search.toString()}`)).rows
}

/** What is told within this time is asked for at once: machines that score again tell of hundreds a second. */
const GATHER_MS = 250

/**
 * Reads rows again of which something changed without a decision: what machines say of them, whom they were handed to. Each stays in its
 * place, also where its queue would not hold it any more; what is listed nowhere is not asked for.
 */
export class FreshRows {
  private readonly noted = new Set<string>()
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly client: QueryClient,
    private readonly store: DecisionStore,
  ) {}

  note(ids: readonly string[]): void {
    const listed = this.listIds()
    for (const id of ids) if (listed.has(id)) this.noted.add(id)
    if (this.noted.size > 0) this.timer ??= setTimeout(() => void this.read(), GATHER_MS)
  }

  /** For when nobody was told for a while. */
  noteAll(): void {
    this.note([...this.listIds()])
  }

  forget(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.noted.clear()
  }

  private async read(): Promise<void> {
    const ids = [...this.noted].slice(0, MOST_ROWS)
    for (const id of ids) this.noted.delete(id)
    // What cannot be read now is told again when the line is back.
    const rows = await fetchRows(ids).catch(() => [])
    if (rows.length > 0) this.put(new Map(rows.map((row) => [row.id, row])))
    this.timer = this.noted.size > 0 ? setTimeout(() => void this.read(), GATHER_MS) : undefined
  }

  private put(fresh: ReadonlyMap<string, QueueRow>): void {
    this.store.freshen((row) => freshenRow(row, fresh.get(row.id)))
    this.client.setQueriesData<QueuePages>({ queryKey: ['queue'] }, (known) => {
      if (known === undefined) return known
      const pages = known.pages.map((page) => freshenPage(page, fresh))
      return pages.every((page, at) => page === known.pages[at]) ? known : { ...known, pages }
    })
  }

  private listIds(): Set<string> {
    const pages = this.client.getQueriesData<QueuePages>({ queryKey: ['queue'] }).flatMap(([, known]) => known?.pages ?? [])
    return new Set(pages.flatMap((page) => page.rows.map((row) => row.id)))
  }
}

/** A page with what is new in its rows; the same page where nothing is. */
function freshenPage(page: QueuePage, fresh: ReadonlyMap<string, QueueRow>): QueuePage {
  const rows = page.rows.map((row) => freshenRow(row, fresh.get(row.id)))
  return rows.every((row, at) => row === page.rows[at]) ? page : { ...page, rows }
}

/** A row as it was read again. Of a later version, which somebody decided or edited, is taken what no version tells of. */
function freshenRow(row: QueueRow, fresh: QueueRow | undefined): QueueRow {
  if (fresh === undefined) return row
  const next = fresh.version === row.version ? fresh : { ...row, handedTo: fresh.handedTo }
  return JSON.stringify(next) === JSON.stringify(row) ? row : next
}

/** Puts comments as they stand by now in their places in the list; false where it does not hold all of them, or they cannot be read at once. */
export async function putBack(
  { comments, store }: { comments: readonly DeskRow[]; store: DecisionStore },
  ids: readonly string[],
): Promise<boolean> {
  const isListed = (id: string) => comments.some((row) => row.id === id)
  if (ids.length === 0 || ids.length > MOST_ROWS || !ids.every(isListed)) return false
  const rows = await fetchRows(ids)
  if (rows.length < ids.length) return false
  store.putBack(rows)
  return true
}
