import { beforeAll, expect, it } from 'vitest'
import type { ArticleThreadEntry } from '@/lib/contracts/article-thread'
import { getSeries } from '@/lib/http/desk/article-series'
import { createApiKey } from '@/lib/services/api-key/create'
import { makeArticle } from '@/tests/factories/article'
import { makeComment, type MadeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

/** More than two pages of the thread hold. */
const COMMENTS = 405

let ask: (format: string, articleId?: string) => Promise<Response>
let first: MadeComment
let reply: MadeComment

beforeAll(async () => {
  const site = await makeSite()
  const article = await makeArticle(site)
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 8, minute))
  first = await makeComment(site, { article, commenter: '=HYPERLINK("x")', body: '@SUM(1), "quoted"\nand on', postedAt: at(0) })
  reply = await makeComment(site, { parent: first, status: 'rejected', marks: { uncivil: 'insult' }, body: 'reply', postedAt: at(900) })
  await makeComment(site, { article, status: 'removed', body: 'a secret', postedAt: at(1) })
  for (let minute = 3; minute < COMMENTS; minute++) await makeComment(site, { article, body: `number ${minute}`, postedAt: at(minute) })
  const { key } = await createApiKey(await site.as('admin'), { name: 'reader', scopes: ['read'] })
  ask = (format, id = article.id) =>
    getSeries(
      new Request(`http://localhost/api/v1/desk/articles/${id}/export?series=comments&format=${format}`, {
        headers: { authorization: `Bearer ${key}` },
      }),
    )
})

it('the comments of a discussion are taken along whole, in reading order, as CSV that no spreadsheet runs', async () => {
  const file = await ask('csv')
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="comments.csv"')
  const text = await file.text()
  const lines = text.split('\r\n')
  expect(lines).toHaveLength(COMMENTS + 2)
  expect(lines[0]).toBe('id,parentId,depth,postedAt,commenter,status,offTopic,uncivil,body')
  expect(lines[1]).toBe(`${first.id},,0,2026-03-10T08:00:00.000Z,"'=HYPERLINK(""x"")",published,false,,"'@SUM(1), ""quoted""\nand on"`)
  expect(lines[2]).toBe(`${reply.id},${first.id},1,2026-03-10T23:00:00.000Z,Ada Reader,rejected,false,insult,reply`)
  expect(lines[3]).toMatch(/,removed,false,,$/)
  expect(text).not.toContain('a secret')
})

it('and as JSON, a comment a line', async () => {
  const lines = (await (await ask('json')).text()).trim().split('\n')
  const comments = lines.map((line) => JSON.parse(line) as ArticleThreadEntry)
  expect(new Set(comments.map(({ id }) => id)).size).toBe(COMMENTS)
  expect(comments[1]).toMatchObject({ id: reply.id, parentId: first.id, depth: 1, status: 'rejected', uncivil: 'insult', body: 'reply' })
})

it('of an article that is not here there are none', async () => {
  const elsewhere = await makeArticle(await makeSite())
  expect((await ask('csv', elsewhere.id)).status).toBe(404)
})
