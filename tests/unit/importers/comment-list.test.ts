import { describe, expect, it } from 'vitest'
import { findCommentList } from '@/lib/importers/comment-list'

const find = (...lines: string[]) => {
  const { comments, problems, headingAt, isAnnounced } = findCommentList(lines.map((text, at) => ({ number: at + 1, text })))
  return {
    headingAt,
    isAnnounced,
    texts: comments.map(({ text }) => text),
    lines: comments.map(({ line }) => line),
    problems: problems.map((p) => `${p.line}: ${p.message}`),
  }
}

describe('the list of comments', () => {
  it.each(['  • ', '• ', '•', '- ', '  - ', '* ', '\t* ', '  ◦ ', '– '])('may have the bullet "%s"', (bullet) => {
    expect(find('2 Comments', `${bullet}One`, `${bullet}Two`)).toEqual({
      headingAt: 0,
      isAnnounced: true,
      texts: ['One', 'Two'],
      lines: [2, 3],
      problems: [],
    })
  })

  it.each([
    '2 Comments',
    '2 comments',
    'Comments (2)',
    'Comments: 2',
    '2 Comments on "Ferry is back"',
    '2 replies',
    'Reader comments',
    '2 Kommentare',
  ])('may be headed "%s"', (heading) => {
    expect(find('Title', '', heading, 'Sort by: newest', '', '  • One', '  • Two')).toMatchObject({
      headingAt: 2,
      texts: ['One', 'Two'],
      problems: [],
    })
  })

  it('has comments over several lines and blank lines, with lists of their own', () => {
    const { texts } = find(
      '3 Comments',
      '  • One',
      '    more',
      '',
      '    after a blank line',
      '      • a point',
      '',
      '  • Two',
      '   odd indent',
      '',
      '',
      '  • Three',
    )
    expect(texts).toEqual(['One\nmore\n\nafter a blank line\n  • a point', 'Two\nodd indent', 'Three'])
  })

  it('at the margin, goes on with unindented lines that follow directly', () => {
    expect(find('2 Comments', '- One', 'goes on', '- Two')).toMatchObject({ texts: ['One\ngoes on', 'Two'], problems: [] })
  })

  it('keeps dashes, numbers and headings that commenters write', () => {
    const { texts } = find('2 Comments', '  • -5 degrees', '    38 Comments', '    - a dash', '  • *bold*')
    expect(texts).toEqual(['-5 degrees\n38 Comments\n- a dash', '*bold*'])
  })

  it('tells when the page announces another number', () => {
    expect(find('1,204 Comments', '• One', '• Two').problems).toEqual(['1: The page announces 1204 comments, but 2 were found.'])
    expect(find('Title', '5 Comments').problems).toEqual(['2: The page announces 5 comments, but 0 were found.'])
  })

  it('may be empty, if the page speaks of comments at all', () => {
    expect(find('Title', '', 'Text')).toMatchObject({ isAnnounced: false, problems: [] })
    expect(find('Title', '0 Comments')).toMatchObject({ isAnnounced: true, problems: [] })
    expect(find('Title', 'No comments yet')).toMatchObject({ isAnnounced: true, problems: [] })
  })

  it('is not the number at the top of the page, nor a list in the article', () => {
    const found = find('3 Comments', '', 'Title', '', '• a point of the article', '', '2 Comments', '• One', '• Two')
    expect(found).toMatchObject({ headingAt: 6, texts: ['One', 'Two'] })
    expect(find('2 Comments', '• a point', '• a point', '• a point', '', '2 Comments', '• One', '• Two').headingAt).toBe(5)
  })

  it('ends at the first line that belongs to no comment', () => {
    const { texts, problems } = find(
      '2 Comments',
      '  • One',
      '  • Two',
      '',
      'Load more comments',
      '',
      'About the Courier',
      '  • Terms',
      '  • Jobs',
    )
    expect(texts).toEqual(['One', 'Two'])
    expect(problems).toEqual(['7: The list of comments ends here; the rest of the file was left out.'])
  })

  it('passes over such a line while comments are missing', () => {
    const { texts, problems } = find('3 Comments', '  • One', '', 'Advertisement', '', '  • Two', 'broken line', '  • Three')
    expect(texts).toEqual(['One', 'Two', 'Three'])
    expect(problems).toEqual(['7: This line belongs to no comment and was left out.'])
  })

  it('leaves out empty comments and says so', () => {
    expect(find('2 Comments', '  • ', '  • Two')).toMatchObject({
      texts: ['Two'],
      problems: ['1: The page announces 2 comments, but 1 were found.', '2: This comment is empty and was left out.'],
    })
  })
})

describe('lists of other pages', () => {
  const read = (heading: string, ...lines: string[]) =>
    findCommentList([heading, '', ...lines].map((text, at) => ({ number: at + 1, text }))).comments.map(({ text }) => text)

  it.each(['## 2 Comments', '=== Comments ===', '**2 Kommentare**', 'Leserkommentare (2)', 'Show all 2 comments', 'Most recent comments'])(
    'under %s',
    (heading) => expect(read(heading, '• One', '', '• Two')).toEqual(['One', 'Two']),
  )
  it('under a heading in Arabic', () => expect(read('تعليقات (2)', '• واحد', '• اثنان')).toEqual(['واحد', 'اثنان']))
  it.each(['—', '»', '→', '○', '■'])('with %s before each', (sign) =>
    expect(read('2 Comments', `${sign} One`, '', `${sign} Two`)).toEqual(['One', 'Two']),
  )
  it('with numbers that go on; others are a part of the text', () =>
    expect(read('2 Comments', '1. One', '1. a point', '2. Two points', '   2) a point', '', '3. Three')).toEqual([
      'One\n1. a point',
      'Two points\n2) a point',
      'Three',
    ]))
  it('where a dash says who it was, and begins no comment', () =>
    expect(read('2 Comments', '• One', '— Ann', '', '• Two')).toEqual(['One\n— Ann', 'Two']))
})
