import { uuidv7 } from 'uuidv7'
import type { DecisionInput } from '../lib/contracts/decision'
import type { SitePolicy } from '../lib/contracts/policy'
import type { Actor, Role } from '../lib/domain/actor'
import type { Context } from '../lib/services/context'
import { createContext } from '../lib/services/create-context'
import { putArticle } from '../lib/services/article/put'
import { addAppeal } from '../lib/services/appeal/add'
import { answerAppeal } from '../lib/services/appeal/answer'
import { listAppeals } from '../lib/services/appeal/list'
import { decideComment } from '../lib/services/comment/decide'
import { editComment } from '../lib/services/comment/edit'
import { getCommentContext } from '../lib/services/comment/context'
import { ingestComments } from '../lib/services/comment/ingest'
import { addReport } from '../lib/services/report/add'
import { createSite } from '../lib/services/site/create'
import { readSiteSettings } from '../lib/services/site/read-settings'
import { updateSiteSettings } from '../lib/services/site/update-settings'
import { createUser } from '../lib/services/user/create'
import { addRule } from '../lib/services/rule/add'
import { changeRule } from '../lib/services/rule/change'
import { addWatchedWord } from '../lib/services/watched-word/add'
import { demoAppeals } from './demo/appeals'
import { demoArticles } from './demo/articles'
import { demoCommenters } from './demo/commenters'
import { beginSecondLooks, tellSecondLooks } from './demo/second-looks'
import { demoRules } from './demo/rules'
import { demoWatchedWords } from './demo/watched-words'
import type { DemoAppeal, DemoComment, DemoDecision, DemoDiscussion } from './demo/types'

/** How a demo user signs in. */
export interface DemoSignIn {
  email: string
  password: string
  role: Role
}

const PEOPLE: { id: 'mara' | 'teo' | 'ines' | 'admin'; name: string; role: Role }[] = [
  { id: 'admin', name: 'Ada Berg', role: 'admin' },
  { id: 'mara', name: 'Mara Lindqvist', role: 'moderator' },
  { id: 'teo', name: 'Teo Marsh', role: 'moderator' },
  { id: 'ines', name: 'Ines Okafor', role: 'editor' },
]

const HOUR = 3_600_000

/** Makes the site, before there is one to act on. */
const NOWHERE: Actor = { kind: 'system', name: 'demo', siteId: '00000000-0000-0000-0000-000000000000' }

/** One thing that happened in the demo's two weeks. */
interface Happening {
  at: Date
  run: (ctx: (actor?: Actor) => Context) => Promise<unknown>
}

/**
 * Fills an empty database with the demo newsroom: a site, four users with generated passwords, and three discussions
 * that are lived through in order by the same services that serve real ones, with the clock set to when it happened.
 *
 * @param now the end of the two weeks
 */
export async function seedDemo(now: Date): Promise<DemoSignIn[]> {
  // All or nothing: a first start that is interrupted leaves an empty database, which the next one fills.
  return createContext(NOWHERE).db.transaction((db) => seedWithin(db, now))
}

async function seedWithin(db: Context['db'], now: Date): Promise<DemoSignIn[]> {
  const contextOf = (actor: Actor, at: Date): Context => ({ actor, db, now: () => at })
  const { id: siteId } = await createSite(contextOf(NOWHERE, now), { name: 'The Averhaven Lantern', slug: 'averhaven-lantern' })
  const system: Actor = { kind: 'system', name: 'demo', siteId }
  // Before the first thing that happens, so that the log of changes is in order.
  const setup = contextOf(system, new Date(now.getTime() - 16 * 24 * HOUR))
  for (const word of demoWatchedWords) await addWatchedWord(setup, word)
  const { actors, signIns } = await createPeople(setup)
  await beginSecondLooks(setup)

  const names = new Map(demoCommenters.map((commenter) => [commenter.id, commenter.name]))
  const story = [
    ...tellPolicy(now),
    ...demoArticles.flatMap((article) => tellArticle(article, { now, actors, names })),
    ...demoAppeals.flatMap((appeal) => tellAppeal(appeal, { now, actors })),
  ]
  for (const { at, run } of story.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    await run((actor = system) => contextOf(actor, at))
  }
  // Last: they are about what comes from now on.
  await tellRules(contextOf(system, new Date(now.getTime() - 29 * HOUR)))
  const lookers = ['mara', 'teo'].flatMap((name) => actors.get(name) ?? [])
  const answers = new Map(demoArticles.flatMap(({ comments }) => listAnswers(comments)))
  await tellSecondLooks((actor) => contextOf(actor, now), { system, lookers, answerOf: (text) => answers.get(text) ?? { kind: 'unsure' } })
  return signIns
}

async function tellRules(ctx: Context): Promise<void> {
  for (const { isOn, ...input } of demoRules) {
    const { id } = await addRule(ctx, input)
    if (isOn) await changeRule(ctx, { id, patch: { isOn } })
  }
}

/** What was decided on each text of the demo. */
function listAnswers(comments: readonly DemoComment[]): [string, ReturnType<typeof toAct>][] {
  return comments.flatMap(({ text, decision, replies = [] }) => [
    ...(decision ? [[text, toAct(decision)] as [string, ReturnType<typeof toAct>]] : []),
    ...listAnswers(replies),
  ])
}

/** The newsroom wants to hear of drift early; since yesterday it also holds the first comment of a newcomer. */
function tellPolicy(now: Date): Happening[] {
  const change = (hoursAgo: number, policy: Partial<SitePolicy>): Happening => ({
    at: new Date(now.getTime() - hoursAgo * HOUR),
    run: async (ctx) => {
      const settings = await readSiteSettings(ctx())
      await updateSiteSettings(ctx(), { name: settings.name, version: settings.version, policy: { ...settings.policy, ...policy } })
    },
  })
  return [change(15 * 24, { suggestOffTopicFrom: 0.6 }), change(30, { holdFirstComment: true })]
}

async function createPeople(ctx: Context): Promise<{ actors: Map<string, Actor>; signIns: DemoSignIn[] }> {
  const actors = new Map<string, Actor>()
  const signIns: DemoSignIn[] = []
  for (const { id, name, role } of PEOPLE) {
    const signIn = { email: `${id}@example.org`, password: makePassword(), role }
    const user = await createUser(ctx, { ...signIn, name })
    actors.set(id, { kind: 'user', id: user.id, name, role, siteId: ctx.actor.siteId, sessionId: uuidv7() })
    signIns.push(signIn)
  }
  return { actors, signIns }
}

interface Teller {
  now: Date
  actors: Map<string, Actor>
  names: Map<string, string>
}

function tellArticle(article: DemoDiscussion, teller: Teller): Happening[] {
  const published = new Date(teller.now.getTime() - article.publishedDaysAgo * 24 * HOUR)
  const { slug, comments, publishedDaysAgo: _days, ...input } = article
  const put: Happening = {
    at: published,
    run: (ctx) => putArticle(ctx(), slug, { ...input, publishedAt: published.toISOString() }),
  }
  return [put, ...comments.flatMap((comment) => tellComment(comment, null, { article, published, ...teller }))]
}

function tellComment(
  comment: DemoComment,
  parent: string | null,
  teller: Teller & { article: DemoDiscussion; published: Date },
): Happening[] {
  const { article, published, actors, names } = teller
  const externalId = `${article.slug}-${comment.key}`
  const time = (hours: number) => new Date(published.getTime() + hours * HOUR)
  let id = ''
  const texts = [...(comment.edits ?? []).map((edit) => edit.text), comment.text]
  const arrival: Happening = {
    at: time(comment.at),
    run: async (ctx) => {
      const item = {
        externalId,
        articleExternalId: article.slug,
        parentExternalId: parent,
        author: { externalId: comment.by, name: names.get(comment.by) ?? comment.by },
        body: texts[0],
        postedAt: time(comment.at).toISOString(),
        revision: 0,
      }
      const [result] = (await ingestComments(ctx(), [item])).items
      if (!result || result.outcome === 'invalid') throw new Error(`The demo comment ${externalId} was refused`)
      id = result.id
    },
  }
  const edits = (comment.edits ?? []).map((edit, index) => ({
    at: time(edit.until),
    run: (ctx: (actor?: Actor) => Context) =>
      editComment(ctx(), externalId, { body: texts[index + 1] ?? comment.text, revision: index + 1 }),
  }))
  const reports = (comment.reports ?? []).map((report, index) => ({
    at: time(report.at),
    run: (ctx: (actor?: Actor) => Context) =>
      addReport(ctx(), externalId, {
        externalId: `${externalId}-report-${index}`,
        reason: report.reason,
        note: report.note ?? null,
        reporter: names.get(report.by) ?? report.by,
      }),
  }))
  const decisions = comment.decision ? [tellDecision(comment.decision, time(comment.at + comment.decision.after), actors, () => id)] : []
  return [
    arrival,
    ...edits,
    ...reports,
    ...decisions,
    ...(comment.replies ?? []).flatMap((reply) => tellComment(reply, externalId, teller)),
  ]
}

function tellDecision(decision: DemoDecision, at: Date, actors: Map<string, Actor>, id: () => string): Happening {
  return {
    at,
    run: async (ctx) => {
      const as = ctx(actors.get(decision.by))
      const { row } = await getCommentContext(as, id())
      const note = decision.kind === 'reject' && decision.note !== undefined ? { note: decision.note } : {}
      await decideComment(as, id(), { version: row.version, act: toAct(decision), ...note })
    },
  }
}

function tellAppeal({ on, hoursAgo, statement, answer }: DemoAppeal, { now, actors }: Pick<Teller, 'now' | 'actors'>): Happening[] {
  const time = (hours: number) => new Date(now.getTime() - hours * HOUR)
  const coming: Happening = { at: time(hoursAgo), run: (ctx) => addAppeal(ctx(), on, { statement }) }
  if (answer === undefined) return [coming]
  const { by, outcome, hoursAgo: answeredAgo, ...words } = answer
  const answering: Happening = {
    at: time(answeredAgo),
    run: async (ctx) => {
      const as = ctx(actors.get(by))
      const open = (await listAppeals(as, {})).appeals.find(({ row }) => row.externalId === on)
      if (open) await answerAppeal(as, open.id, { version: open.row.version, outcome, ...words })
    },
  }
  return [coming, answering]
}

function toAct(decision: DemoDecision): Exclude<DecisionInput['act'], { kind: 'clear_mark' }> {
  switch (decision.kind) {
    case 'approve':
      return { kind: 'approve' }
    case 'off_topic':
      return { kind: 'mark', mark: 'off_topic' }
    case 'uncivil':
      return { kind: 'mark', mark: 'uncivil', uncivilKind: decision.uncivilKind }
    case 'reject':
      if (decision.mark === undefined) return { kind: 'reject', reason: decision.reason }
      if (decision.mark === 'off_topic') return { kind: 'mark', mark: 'off_topic', alsoReject: true }
      return { kind: 'mark', mark: 'uncivil', uncivilKind: decision.mark, alsoReject: true }
  }
}

/** Five groups of four letters without the ones that look alike: about 90 bits, and can be read over the phone. */
function makePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz'
  const pick = () => letters[crypto.getRandomValues(new Uint8Array(1))[0]! % letters.length]
  return Array.from({ length: 5 }, () => Array.from({ length: 4 }, pick).join('')).join('-')
}
