import { beforeEach, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { foldArticleStats } from '@/lib/db/stats/stat-fold'
import { addAppeal } from '@/lib/services/appeal/add'
import { getCommentContext } from '@/lib/services/comment/context'
import { decideComment } from '@/lib/services/comment/decide'
import { removeComment } from '@/lib/services/comment/remove'
import { editComment } from '@/lib/services/comment/edit'
import { ingestComments } from '@/lib/services/comment/ingest'
import { ingestComment } from '@/lib/services/comment/ingest-one'
import { listDecisionLog } from '@/lib/services/decision/list'
import { readFeed } from '@/lib/services/feed/read'
import { listQueue } from '@/lib/services/queue/list'
import { changeRule } from '@/lib/services/rule/change'
import { readTransparency } from '@/lib/services/transparency/read'
import { updateSiteSettings } from '@/lib/services/site/update-settings'
import { readSiteSettings } from '@/lib/services/site/read-settings'
import { makeArticle } from '@/tests/factories/article'
import { makeRule } from '@/tests/factories/rule'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  site = await makeSite()
  admin = await site.as('admin', 'Ada')
  await makeArticle(site, { externalId: 'a', section: 'Politics' })
})

const LINKED = 'Cheap pills at https://pills.example.org now'
const comment = (externalId: string, body: string, author = 'u', more = {}) => ({
  ...{ externalId, articleExternalId: 'a', body, author: { externalId: author, name: `Person ${author}` } },
  ...more,
})
const send = async (...items: object[]) => (await ingestComments(site.asKey('ingest'), items)).items
const edit = (externalId: string, body: string) => editComment(site.asKey('ingest'), externalId, { body })
const statusOf = async (externalId: string) => (await readComments(site))[externalId]?.status
const readDecisions = async () => (await readFeed(site.asKey('read'), { after: 0, limit: 50, wait: 0 }, new AbortController().signal)).items
const rejectLinks = () => makeRule(admin, { name: 'Pills', condition: 'links>0', outcome: 'reject', reason: 'spam' })

describe('a rule that holds', () => {
  it('holds what it fits, alone and in an array, and says so to the CMS and on the desk', async () => {
    await makeRule(admin, { name: 'Links in politics', condition: 'links>0 section:politics', outcome: 'hold' })
    const [linked, plain] = await send(comment('c1', LINKED), comment('c2', 'The council was right'))
    expect(linked).toMatchObject({ status: 'pending', reasons: ['Rule “Links in politics”'] })
    expect(plain).toMatchObject({ status: 'published', reasons: [] })
    expect(await ingestComment(site.asKey('ingest'), comment('c3', LINKED))).toMatchObject({ status: 'pending' })
    expect((await listQueue(admin, { queue: 'held' })).rows.map(({ externalId }) => externalId).sort()).toEqual(['c1', 'c3'])
    const { row } = await getCommentContext(admin, (linked as { id: string }).id)
    expect(row.findings).toEqual([{ phase: 'rule', outcome: 'hold', why: 'Rule “Links in politics”' }])
  })

  it('counts from then on, and no more once it is off', async () => {
    await send(comment('before', LINKED))
    const rule = await makeRule(admin, { condition: 'links>0', outcome: 'hold' })
    expect(await statusOf('before')).toBe('published')
    await changeRule(admin, { id: rule.id, patch: { isOn: false } })
    expect(await send(comment('after', LINKED))).toMatchObject([{ status: 'published' }])
  })

  it('asks what became of the writer’s earlier comments', async () => {
    await send(comment('c1', 'One'), comment('c2', 'Two'), comment('c3', 'Three', 'v'))
    const [first] = await send(comment('c4', 'Four'))
    await decideComment(admin, (first as { id: string }).id, { version: 1, act: { kind: 'reject', reason: 'abuse' } })
    await makeRule(admin, { condition: 'author.rejected>=1', outcome: 'hold' })
    expect(await send(comment('c5', 'Five'), comment('c6', 'Six', 'v'), comment('c7', 'Seven', 'new'))).toMatchObject([
      { status: 'pending' },
      { status: 'published' },
      { status: 'published' },
    ])
    // The edit does not repeat who wrote it.
    await edit('c2', 'Two, put differently')
    expect(await statusOf('c2')).toBe('pending')
  })
})

describe('a rule that publishes', () => {
  it('lets through what the site would hold, and not what a person holds', async () => {
    const { version, name, policy } = await readSiteSettings(admin)
    await updateSiteSettings(admin, { name, version, policy: { ...policy, holdAll: true } })
    await makeRule(admin, { condition: 'tram', outcome: 'publish' })
    expect(await send(comment('c1', 'The tram is late'), comment('c2', 'The bus is late'))).toMatchObject([
      { status: 'published' },
      { status: 'pending' },
    ])
    await getDb().query(`UPDATE article SET state = 'held' WHERE site_id = $1`, [site.id])
    expect(await send(comment('c3', 'The tram is late again'))).toMatchObject([{ status: 'pending' }])
  })
})

describe('a rule that rejects', () => {
  it('decides as the policy, in the same transaction: log, feed, figures, and an answer to the CMS', async () => {
    await rejectLinks()
    const [linked, plain] = await send(comment('c1', LINKED), comment('c2', 'Plain'))
    expect(linked).toMatchObject({ outcome: 'created', status: 'rejected', reasons: ['Rule “Pills”'], suggestions: [] })
    expect(plain).toMatchObject({ status: 'published' })
    expect(await statusOf('c1')).toBe('rejected')
    expect(await readDecisions()).toMatchObject([
      {
        kind: 'reject',
        by: { kind: 'policy', name: 'Rule “Pills”' },
        reason: 'spam',
        comment: { externalId: 'c1', status: 'rejected', version: 2 },
      },
    ])
    const { decisions } = await listDecisionLog(admin, {})
    expect(decisions.map(({ actorKind, by, kind }) => [actorKind, by, kind])).toEqual([['policy', 'Rule “Pills”', 'reject']])
    await foldArticleStats(getDb(), true)
    expect(await getDb().query('SELECT reason, decisions FROM article_decided WHERE site_id = $1', [site.id])).toEqual([
      { reason: 'spam', decisions: 1 },
    ])
  })

  it('leaves it open to people: they find it, approve it, and answer an appeal against it', async () => {
    await rejectLinks()
    const [linked] = await send(comment('c1', LINKED))
    const { id } = linked as { id: string }
    const found = await listQueue(admin, { queue: 'newest', q: 'is:rejected is:undecided' })
    expect(found.rows.map(({ externalId }) => externalId)).toEqual(['c1'])
    expect((await listQueue(admin, { queue: 'review' })).rows).toEqual([])
    await addAppeal(site.asKey('ingest'), 'c1', { statement: 'It is my own bakery' })
    await decideComment(admin, id, { version: 2, act: { kind: 'approve' } })
    expect(await statusOf('c1')).toBe('approved')
    expect((await readDecisions()).map(({ kind, appeal }) => [kind, appeal?.outcome ?? null])).toEqual([
      ['reject', null],
      ['approve', 'granted'],
    ])
  })

  it('rejects an edit of what was public, and leaves to people what they have decided on', async () => {
    await rejectLinks()
    const [, second] = await send(comment('c1', 'Plain'), comment('c2', 'Plain too'))
    await decideComment(admin, (second as { id: string }).id, { version: 1, act: { kind: 'approve' } })
    await edit('c1', LINKED)
    await edit('c2', LINKED)
    expect([await statusOf('c1'), await statusOf('c2')]).toEqual(['rejected', 'pending'])
    // A text that is mended waits for a person, like any other after a rejection.
    await edit('c1', 'Plain again')
    expect(await statusOf('c1')).toBe('pending')
    await edit('c1', `${LINKED} once more`)
    expect(await statusOf('c1')).toBe('pending')
  })

  it('says nothing of what was deleted before it came, and is the same however often it comes', async () => {
    await rejectLinks()
    await removeComment(site.asKey('ingest'), 'gone')
    expect(await send(comment('gone', LINKED), comment('c1', LINKED))).toMatchObject([{ status: 'removed' }, { status: 'rejected' }])
    expect(await send(comment('c1', LINKED))).toMatchObject([{ outcome: 'unchanged', status: 'rejected' }])
    expect(await readDecisions()).toHaveLength(1)
  })

  it('holds what is brought in from a file: it was judged once already', async () => {
    await rejectLinks()
    const { items } = await ingestComments(admin, [comment('c1', LINKED)])
    expect(items).toMatchObject([{ status: 'pending', reasons: ['Rule “Pills”'] }])
    expect((await getCommentContext(admin, (items[0] as { id: string }).id)).row.findings).toMatchObject([{ outcome: 'hold' }])
    expect(await readDecisions()).toEqual([])
  })

  it('is told in the report of what was moderated, apart from what people reject', async () => {
    await rejectLinks()
    await send(comment('c1', LINKED), comment('c2', LINKED), comment('c3', 'Plain'))
    const { figures } = await readTransparency(admin, {})
    const valueOf = (key: string, of: string | null = null) => figures.find((figure) => figure.key === key && figure.of === of)?.value
    const keys = [
      'comments.rejected',
      'comments.at_once',
      'comments.held',
      'automation.rejected',
      'decisions.automation',
      'decisions.rejected',
    ]
    expect(keys.map((key) => valueOf(key))).toEqual([2, 1, 0, 2, 2, 0])
    expect([valueOf('automation.on', 'rejecting_rules'), valueOf('automation.on', 'holding_rules')]).toEqual([1, 0])
  })

  it('rejects many of a request at once, each in the order of the feed', async () => {
    await rejectLinks()
    const many = Array.from({ length: 120 }, (_, at) => comment(`m${at}`, at % 2 === 0 ? LINKED : 'Plain'))
    const written = await send(...many)
    expect(written.filter((item) => 'status' in item && item.status === 'rejected')).toHaveLength(60)
    const items = await readFeed(site.asKey('read'), { after: 0, limit: 200, wait: 0 }, new AbortController().signal)
    expect(new Set(items.items.map((item) => item.comment?.externalId)).size).toBe(60)
  })
})
