import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/importers/csv'
import { collectFrom } from './collect'

const told = async (...rows: string[]) => {
  const { comments, skipped, problems, articles, columns } = await collectFrom(readCsv, rows.join('\n'))
  return { bodies: comments.map(({ input }) => input.body), comments, skipped, problems, articles, columns }
}

describe('a table that says which comments were shown', () => {
  it('has those that were not counted and left out, by the word for it', async () => {
    const words = [
      'approved',
      'Spam',
      'trash',
      'post-trashed',
      'pending',
      '0',
      '1',
      'rejected',
      'Gelöscht',
      'nicht freigegeben',
      '',
      'NULL',
      'marked as spam',
    ]
    const { bodies, skipped, problems } = await told('article_id,text,status', ...words.map((word, at) => `a,${at},${word}`))
    expect(bodies).toEqual(['0', '6', '10', '11'])
    expect(skipped).toEqual([
      '3: spam',
      '4: deleted',
      '5: deleted',
      '6: unapproved',
      '7: unapproved',
      '9: rejected',
      '10: deleted',
      '11: unapproved',
      '14: spam',
    ])
    expect(problems).toEqual([])
  })

  it('may have columns of yes and no, and of the time of a deletion', async () => {
    const rows = ['a,0,0,,', 'b,1,0,,', 'c,false,true,,', 'd,no,no,2020-01-01,', 'e,f,f,\\N,', 'f,f,f,NULL,']
    const { bodies, skipped } = await told('text,is_deleted,is_spam,removed_on,article_id', ...rows.map((row) => `${row}a`))
    expect(bodies).toEqual(['a', 'd', 'e', 'f'])
    expect(skipped).toEqual(['3: deleted', '4: spam'])
    const dated = await told('text,deleted_at,article_id', 'a,2020-01-01T00:00:00Z,x', 'b,NULL,x', 'c,,x')
    expect(dated.bodies).toEqual(['b', 'c'])
    expect(dated.skipped).toEqual(['2: deleted'])
  })

  it('comes in where it says what nobody knows, and that is told once', async () => {
    const { bodies, problems } = await told('article_id,text,state', 'a,one,closed', 'a,two,odd')
    expect(bodies).toEqual(['one', 'two'])
    expect(problems).toEqual(['2: This status is not known. Rows with a status that is not known come in.'])
  })

  it('may be that of WordPress itself', async () => {
    const { comments, skipped, columns } = await told(
      'comment_ID,comment_post_ID,comment_author,comment_date,comment_date_gmt,comment_content,comment_approved,comment_parent,user_id',
      '7,3,Bo,2020-01-01 02:00:00,2020-01-01 01:00:00,Hello,1,0,0',
      '8,3,Cy,2020-01-01 02:00:00,2020-01-01 01:00:00,Well,1,7,4',
      '9,3,Di,2020-01-01 02:00:00,2020-01-01 01:00:00,Buy,spam,7,0',
    )
    expect(
      comments.map(({ input }) => [input.externalId, input.articleExternalId, input.body, input.parentExternalId, input.postedAt]),
    ).toEqual([
      ['7', '3', 'Hello', undefined, '2020-01-01T01:00:00.000Z'],
      ['8', '3', 'Well', '7', '2020-01-01T01:00:00.000Z'],
    ])
    expect(skipped).toEqual(['4: spam'])
    expect(columns.find(({ name }) => name === 'comment_approved')?.field).toBe('status')
  })
})

it('a table may know its articles by their addresses alone, and count time in seconds with a fraction', async () => {
  const { articles, comments } = await told(
    'id,parent,created,text,author,url',
    '1,,1577836800.5,One,Bo,https://a.example/fog',
    '2,1,1577836801,Two,Cy,https://a.example/fog',
    '3,,1577836801,Three,Cy,/fog',
  )
  expect(articles.map(({ externalId, input }) => [externalId, input])).toEqual([
    ['https://a.example/fog', { title: 'https://a.example/fog', url: 'https://a.example/fog' }],
  ])
  expect(comments.map(({ input }) => [input.articleExternalId, input.body, input.postedAt])).toEqual([
    ['https://a.example/fog', 'One', '2020-01-01T00:00:00.500Z'],
    ['https://a.example/fog', 'Two', '2020-01-01T00:00:01.000Z'],
  ])
})

it('a table of PostgreSQL may write yes and no as one letter', async () => {
  const { bodies, skipped, problems } = await told('article_id,text,approved', 'a,One,t', 'a,Two,f')
  expect(bodies).toEqual(['One'])
  expect(skipped).toEqual(['3: unapproved'])
  expect(problems).toEqual([])
})
