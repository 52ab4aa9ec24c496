import { describe, expect, it } from 'vitest'
import { isMarkup, markupToText } from '@/lib/importers/markup-text'

describe('markup as text', () => {
  it.each([
    ['plain text stays', 'Two lines\nof text', 'Two lines\nof text'],
    ['paragraphs and breaks', '<p>One.</p><p>Two,<br>three.</p>', 'One.\n\nTwo,\nthree.'],
    ['entities', 'Tom &amp; Jerry &lt;3 &#8230;', 'Tom & Jerry <3 …'],
    ['a quote', '<blockquote><p>Said.</p><p>More.</p></blockquote><p>No.</p>', '> Said.\n>\n> More.\n\nNo.'],
    ['a link with other text', 'See <a href="https://a.example/x">this page</a>.', 'See this page (https://a.example/x).'],
    ['a link that shows its address', '<a href="https://a.example/x">https://a.example/x</a>', 'https://a.example/x'],
    ['a link that is cut short', '<a href="https://a.example/long/way">https://a.example/lo...</a>', 'https://a.example/long/way'],
    ['an address that would run', '<a href="javascript:alert(1)">Click</a>', 'Click'],
    ['a list', '<ul><li>One</li><li>Two</li></ul>', 'One\n\nTwo'],
    ['scripts, styles and frames', 'A<script>alert(1)</script><style>b{}</style><iframe src="x">y</iframe>B', 'AB'],
    ['markup that is never closed', '<b>Bold <i>and <p>on', 'Bold and\n\non'],
  ])('%s', (_name, html, text) => {
    expect(markupToText(html)).toBe(text)
  })

  // From each space anew it would take minutes, which a test has not.
  it('reads a run of spaces in one go', () => {
    expect(markupToText(`<p>One${' '.repeat(500_000)}two \u00a0\t\nthree</p>`)).toBe(`One${' '.repeat(500_000)}two\nthree`)
  })

  it('looks for the end of a tag no further than the next one', () => {
    expect(['<p class="a">', 'x <br /> y', 'a </em>', '<a rel="b" href="c">', 'a <b c', '<pre>'].map(isMarkup)).toEqual([
      ...[true, true, true, true, false, false],
    ])
    for (const tag of ['<ol', '<a ']) expect(isMarkup(tag.repeat(500_000))).toBe(false)
  })

  it('is not hurt by a hundred thousand elements inside one another', () => {
    expect(markupToText(`Top${'<div>'.repeat(20_000)}deep &amp; dark`)).toBe('Top deep & dark')
    expect(markupToText(`<i>Top</i> ${'<b>'.repeat(99)}deep`)).toBe('Top deep')
    // The parser alone would look for each end tag among all that is open: minutes, which a test has not.
    expect(markupToText(`${'<b>'.repeat(300_000)}x${'</i>'.repeat(300_000)}`)).toBe('x')
  })
})
