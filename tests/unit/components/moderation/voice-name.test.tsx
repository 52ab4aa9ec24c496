// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { VoiceName } from '@/components/moderation/voice-name'
import { renderWorded } from '@/tests/factories/render-worded'

describe('the name of a commenter', () => {
  it('shows what hides in it, so that two that differ never read the same, and runs nothing', () => {
    const { container } = renderWorded(<VoiceName name={'<b>Ma\u200bra</b> \u202eevil'} />)
    expect(container.textContent).toBe('<b>Mazero widthra</b> RLOevil')
    expect([...container.querySelectorAll('[data-control]')].map((tag) => tag.getAttribute('data-control'))).toEqual(['U+200B', 'U+202E'])
    expect(container.querySelector('b')).toBeNull()
  })

  it('is left as it is spelt in scripts that need joiners, and is a word of ours where the source gives none', () => {
    const { container } = renderWorded(<VoiceName name="می‌خواهم" />)
    expect(container.innerHTML).toBe('<bdi>می‌خواهم</bdi>')
    expect(renderWorded(<VoiceName name={null} />).container.textContent).toBe('unknown commenter')
  })
})
