import { CompareQuery, type ComparedGroup, type Comparison } from '../../contracts/compare'
import { parseInput } from '../../contracts/parse'
import type { Db } from '../../db/connection'
import { listGroupDays, listGroupWaits, listTitlesAndVoices, sumGroup, type StatGroup } from '../../db/stats/stat-groups'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { readDays, toGroupFigures } from '../newsroom/groups'
import { readFresh } from './fresh'

const WEEK_MS = 7 * 86_400_000

interface Asked {
  key: string
  title: string
  voices: number | null
  group: StatGroup
}

/**
 * Compares two to five articles, sections or weeks, from the roll-ups by day.
 *
 * @throws DomainError forbidden, invalid_input; not_found for an article that is not there
 */
export async function compareDiscussions(ctx: Context, asked: unknown): Promise<Comparison> {
  authorize(ctx.actor, 'read')
  const query = parseInput(CompareQuery, asked)
  const { siteId } = ctx.actor
  return readFresh(ctx.db, async (db) => {
    const groups = await listGroups(db, siteId, query)
    return { groups: await Promise.all(groups.map((one) => readGroup(db, siteId, one))) }
  })
}

async function readGroup(db: Db, siteId: string, { key, title, voices, group }: Asked): Promise<ComparedGroup> {
  const [sums, days, waits] = await Promise.all([
    sumGroup(db, siteId, group),
    listGroupDays(db, siteId, group),
    listGroupWaits(db, siteId, group),
  ])
  return { key, title, voices, figures: toGroupFigures(sums, waits), days: days.map((day) => ({ ...day, at: day.at.toISOString() })) }
}

async function listGroups(db: Db, siteId: string, query: CompareQuery): Promise<Asked[]> {
  switch (query.of) {
    case 'articles': {
      const known = new Map((await listTitlesAndVoices(db, siteId, query.id)).map((article) => [article.id, article]))
      return query.id.map((id) => {
        const article = known.get(id)
        if (!article) throw new DomainError('not_found', 'One of these articles is not on this site.')
        return { key: id, title: article.title, voices: article.voices, group: { articles: [id] } }
      })
    }
    case 'sections': {
      const { from, to } = readDays(query.from, query.to)
      return query.section.map((section) => ({ key: section, title: section, voices: null, group: { section, from, to } }))
    }
    case 'weeks':
      return query.week.map((monday) => {
        const from = new Date(`${monday}T00:00:00Z`)
        if (from.getUTCDay() !== 1) {
          const message = 'is not a Monday'
          throw new DomainError('invalid_input', `week ${message}`, { problems: [{ path: ['week'], message }] })
        }
        const group = { section: query.section ?? null, from, to: new Date(from.getTime() + WEEK_MS) }
        return { key: monday, title: monday, voices: null, group }
      })
  }
}
