// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { renderWorded } from '@/tests/factories/render-worded'
import { CommentText } from '@/components/moderation/comment-text'

describe('CommentText', () => {
  it('draws markup as the text it is', () => {
    const hostile = '<img src=x onerror="alert(1)"><script>alert(2)</script> &lt;b&gt; [a](javascript:alert(3))'
    const { container } = renderWorded(<CommentText text={hostile} />)
    expect(container.textContent).toBe(hostile)
    expect(container.querySelector('img, script, a, b')).toBeNull()
  })

  it('finds the direction from the text', () => {
    const { container } = renderWorded(<CommentText text="שלום לכולם" />)
    expect(container.firstElementChild?.getAttribute('dir')).toBe('auto')
  })

  it('shows a direction override as a tag that stands outside the text’s direction', () => {
    const { container } = renderWorded(<CommentText text={'pay \u202egnihton'} />)
    const tag = container.querySelector('[data-control]')
    expect(tag?.textContent).toBe('RLO')
    expect(tag?.getAttribute('title')).toBe('Hidden character U+202E')
    expect(tag?.tagName).toBe('BDI')
    expect(container.textContent).toBe('pay RLOgnihton')
  })

  it('spends no line of few on an empty one, but where a row that is selected shows more', () => {
    const text = 'One.\r\n\r\nTwo.\n \t\n\nThree.\nFour.'
    const { container, rerender } = renderWorded(<CommentText text={text} lines={3} />)
    expect(container.textContent).toBe(text.replaceAll('\r', ''))
    const seen = container.cloneNode(true) as HTMLElement
    for (const gap of seen.querySelectorAll('.hidden')) gap.remove()
    expect(seen.textContent).toBe('One.\nTwo.\nThree.\nFour.')
    rerender(<CommentText text={text} lines={14} />)
    expect(container.querySelector('.hidden')).toBeNull()
  })

  it('highlights spans, and says what they mean', () => {
    const { container } = renderWorded(
      <CommentText text="You absolute clown" spans={[{ start: 13, end: 18, weight: 0.75 }]} spanWord="insult" />,
    )
    const marks = [...container.querySelectorAll('mark')]
    expect(marks.map((mark) => mark.textContent)).toEqual(['clown'])
    expect(marks[0]?.getAttribute('title')).toBe('insult, weight 0.75')
  })

  it('highlights hostile text without running it', () => {
    const text = 'x<b onmouseover=alert(1)>clown</b>'
    const { container } = renderWorded(<CommentText text={text} spans={[{ start: 0, end: text.length, weight: 1 }]} />)
    expect(container.querySelector('mark')?.textContent).toBe(text)
    expect(container.querySelector('b')).toBeNull()
  })
})
