import { describe, expect, it } from 'vitest'
import { readArticleText } from '@/lib/importers/article-text'
import { collectFrom } from './collect'

const PARAGRAPH = 'The ferry to the north shore will run again from Monday, the harbour office said on Friday afternoon.'
const SECOND = 'Two of the three boats have been repaired; the third is waiting for a part that has to come from abroad.'

const read = (lines: string[], options = {}) => collectFrom(readArticleText, lines.join('\n'), options)
const readArticle = async (...lines: string[]) => (await read([...lines, '', '0 Comments'])).articles[0]?.input

describe('the article of a saved page', () => {
  it('has the first substantial line as its title, not the name of the site or a section above it', async () => {
    const input = await readArticle(
      'Skip to content',
      'The Courier',
      'News',
      '',
      'Ferry returns on Monday after long repair',
      '',
      PARAGRAPH,
    )
    expect(input).toEqual({ title: 'Ferry returns on Monday after long repair', body: PARAGRAPH })
  })

  it.each([
    ['Ferry is back'],
    ['Will the new ferry really be able to carry everybody who wants to cross on a Monday?'],
    ['渡し船が月曜日に戻る'],
  ])('may be titled %s', async (title) => {
    expect(await readArticle(title, '', PARAGRAPH)).toEqual({ title, body: PARAGRAPH })
  })

  it('prefers the headline to the title of the window, and does not repeat it', async () => {
    const title = 'Ferry returns on Monday after long repair'
    expect(await readArticle(`${title} | The Courier`, '', title, '', PARAGRAPH)).toEqual({ title, body: PARAGRAPH })
    expect(await readArticle(title, title, '', PARAGRAPH)).toEqual({ title, body: PARAGRAPH })
  })

  it('leaves out what pages carry around an article', async () => {
    const furniture = [
      'Advertisement',
      'Share this article',
      'Sign up for our weekly newsletter and never miss a story',
      'Read more',
      'Read more: Ferry stuck again',
      'We use cookies to make this site better. Accept all?',
      'Accept all',
      'Published June 11, 2020',
      '11 June 2020, 14:03',
      '3 min read',
      'Comments (38)',
      'When you purchase through links on our site, we may earn a commission.',
      'Follow us on Mastodon',
      '© 2026 The Courier',
      'Image 1 of 4',
    ]
    const lines = furniture.flatMap((line) => [line, ''])
    expect(
      await readArticle('Ferry returns on Monday after long repair', '', ...lines, PARAGRAPH, '', ...lines, SECOND, '', ...lines),
    ).toEqual({
      title: 'Ferry returns on Monday after long repair',
      body: `${PARAGRAPH}\n\n${SECOND}`,
    })
  })

  it('leaves out lists of links with their heading', async () => {
    const input = await readArticle(
      'Ferry returns on Monday after long repair',
      '',
      PARAGRAPH,
      '',
      'Related articles',
      '',
      '  • Ferry stuck again',
      '  • A history of the ferry',
      '',
      SECOND,
      '',
      'Most read',
      'Fog closes the harbour',
      'Library to close on Sundays',
    )
    expect(input?.body).toBe(`${PARAGRAPH}\n\n${SECOND}`)
  })

  it('keeps short paragraphs, subheadings and lists of its own', async () => {
    const body = [PARAGRAPH, 'What happens next', '• New boats\n• New times', '“No,” she said.', SECOND]
    expect((await readArticle('Ferry returns on Monday after long repair', '', ...body.flatMap((part) => [part, ''])))?.body).toBe(
      body.join('\n\n'),
    )
  })

  it('joins the lines of paragraphs that were wrapped', async () => {
    const wrapped = ['The ferry to the north shore will run again from Monday, the', 'harbour office said on Friday afternoon.']
    expect((await readArticle('Ferry returns on Monday after long repair', '', ...wrapped))?.body).toBe(wrapped.join(' '))
  })

  it.each([
    ['A ferry at the pier (Image credit: Mira Lindqvist)', 'Mira Lindqvist'],
    ['A ferry at the pier. Photograph: Mira Lindqvist/Courier', 'Mira Lindqvist/Courier'],
    ['Photo by Mira Lindqvist', 'Mira Lindqvist'],
    ['A ferry at the pier. Credit: Mira Lindqvist', 'Mira Lindqvist'],
  ])('takes the credit from the caption "%s"', async (caption, imageCredit) => {
    const title = 'Ferry returns on Monday after long repair'
    expect(await readArticle(title, '', 'A ferry at the pier', caption, '', PARAGRAPH)).toEqual({ title, body: PARAGRAPH, imageCredit })
  })

  it('does not take a subheading for a credit', async () => {
    expect((await readArticle('Ferry returns on Monday after long repair', '', PARAGRAPH, '', 'Photo finish', '', SECOND))?.body).toBe(
      `${PARAGRAPH}\n\nPhoto finish\n\n${SECOND}`,
    )
  })
})

describe('the author of a saved page', () => {
  const title = 'Ferry returns on Monday after long repair'
  const BIO = 'Ida Solberg writes about boats and those who wait for them. She lives on the north shore.'

  it.each([
    ['By Ida Solberg'],
    ['by Ida Solberg | The Courier'],
    ['By Ida Solberg, harbour correspondent'],
    ['Written by Ida Solberg · published 11 June 2020'],
  ])('is read from the byline "%s"', async (byline) => {
    expect(await readArticle(title, '', byline, '', PARAGRAPH)).toEqual({ title, body: PARAGRAPH, author: 'Ida Solberg' })
  })

  it('may be several', async () => {
    expect((await readArticle(title, '', 'By Ida Solberg, Paul Roe and Ann Poe', '', PARAGRAPH))?.author).toBe(
      'Ida Solberg, Paul Roe and Ann Poe',
    )
  })

  it('is who stands twice above a bio, with a role between them or not', async () => {
    const expected = { title, body: PARAGRAPH, author: 'Ida Solberg', authorBio: BIO }
    expect(await readArticle(title, '', PARAGRAPH, '', 'Ida Solberg', 'Ida Solberg', '', BIO)).toEqual(expected)
    expect(
      await readArticle(title, '', PARAGRAPH, '', 'Ida Solberg', '', 'Ida Solberg', 'Reporter', '', 'Social Links Navigation', '', BIO),
    ).toEqual(expected)
    expect(await readArticle(title, '', 'By Ida Solberg', '', PARAGRAPH, '', 'Ida Solberg', '', BIO)).toEqual(expected)
  })

  it('stays unknown when nothing says who it is', async () => {
    expect(await readArticle(title, '', PARAGRAPH, '', 'Ida Solberg', '', SECOND)).toEqual({
      title,
      body: `${PARAGRAPH}\n\nIda Solberg\n\n${SECOND}`,
    })
    expect(await readArticle(title, '', PARAGRAPH, '', 'By the time the boats were back', '', SECOND)).not.toHaveProperty('author')
  })

  it('leaves out what follows the bio, and says so when it is running text', async () => {
    const { articles, problems } = await read([
      title,
      '',
      PARAGRAPH,
      '',
      'Ida Solberg',
      'Ida Solberg',
      '',
      BIO,
      '',
      'Top picks',
      '',
      SECOND,
      '',
      '0 Comments',
    ])
    expect(articles[0]?.input.body).toBe(PARAGRAPH)
    expect(problems).toEqual(["12: What follows the author's bio was left out."])
  })

  it('has a standfirst when one paragraph stands between title and byline', async () => {
    const standfirst = 'After two months of repairs, the crossing opens again.'
    expect(await readArticle(title, '', standfirst, '', 'By Ida Solberg', '', PARAGRAPH)).toEqual({
      title,
      standfirst,
      author: 'Ida Solberg',
      body: PARAGRAPH,
    })
  })
})

describe('what identifies an article', () => {
  const title = 'Ferry returns on Monday'
  it('is what the caller says, else the address on the page, else the title', async () => {
    const url = 'https://courier.example/ferry'
    expect((await read([title, '', PARAGRAPH, '0 Comments'])).articles[0]?.externalId).toBe('ferry-returns-on-monday')
    const withUrl = (await read([`URL: ${url}#top`, title, '', PARAGRAPH, '0 Comments'])).articles[0]
    expect(withUrl).toMatchObject({ externalId: url, input: { title, url: `${url}#top`, body: PARAGRAPH } })
    expect((await read([url, title, '', PARAGRAPH, '0 Comments'], { articleExternalId: 'a-1' })).articles[0]?.externalId).toBe('a-1')
  })

  it('is needed when there are comments without an article', async () => {
    const lines = ['2 Comments', '• One', '• Two']
    expect(await read(lines)).toMatchObject({
      articles: [],
      comments: [],
      problems: [expect.stringMatching(/^1: No title was found above/)],
    })
    const named = await read(lines, { articleExternalId: 'a-1' })
    expect(named.comments.map(({ input }) => [input.articleExternalId, input.body])).toEqual([
      ['a-1', 'One'],
      ['a-1', 'Two'],
    ])
  })
})

it('takes no text for a page that says nothing of comments', async () => {
  expect(await read(['Shopping list', '', PARAGRAPH])).toEqual({
    articles: [],
    columns: [],
    comments: [],
    skipped: [],
    problems: [expect.stringMatching(/^3: Up to here no list of comments was found/)],
  })
})
