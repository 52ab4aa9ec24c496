// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { mergeRow } from '@/components/moderation/queue/desk-row'
import { SurroundingsProvider } from '@/components/moderation/frame/desk-surroundings'
import { NowProvider } from '@/components/moderation/now'
import { OneByOne } from '@/components/moderation/queue/one-by-one'
import type { CommentContext } from '@/lib/contracts/queue'
import { renderWorded } from '@/tests/factories/render-worded'
import { makeContext, makeRow, NOW } from '../desk-fixtures'

const row = makeRow(1, { body: 'Read it yourself, clown.' })
const SCORED: Partial<CommentContext> = {
  scores: [
    {
      ...{ scorer: 'lexicon', version: '1', attribute: 'uncivil.insult', value: 0.8 },
      reason: { spans: [{ start: 18, end: 23, weight: 0.8 }], sentences: [] },
    },
    {
      ...{ scorer: 'topic', version: '1', attribute: 'off_topic.article', value: 0.8 },
      reason: { spans: [{ start: 0, end: 4, weight: 0.8 }], sentences: [] },
    },
  ],
}
const pressed: string[] = []

function draw(change: Partial<Parameters<typeof OneByOne>[0]> = {}): void {
  renderWorded(
    <NowProvider serverNow={NOW}>
      <SurroundingsProvider
        value={{
          viewerId: 'user-1',
          queue: 'review',
          claims: new Map([[row.id, { commentId: row.id, userId: 'user-3', userName: 'Teo', expiresAt: NOW }]]),
          isOffline: false,
        }}
      >
        <OneByOne
          desk={mergeRow(row, undefined)}
          isListed
          context={makeContext(row, SCORED)}
          place="1 of 3"
          onPrevious={null}
          onNext={() => pressed.push('next')}
          onOpen={() => pressed.push('context')}
          {...change}
        />
      </SurroundingsProvider>
    </NowProvider>,
  )
}

const marked = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent)

describe('One comment at a time', () => {
  afterEach(() => {
    cleanup()
    pressed.length = 0
  })

  it('shows in the text what made it look uncivil, and nothing of what only left the topic', () => {
    draw()
    expect(marked()).toEqual(['clown'])
  })

  it('shows nothing of it where nobody suggests that it is uncivil, or before it is known', () => {
    const calm = { ...row, state: { ...row.state, suggestions: { offTopic: null, uncivil: null } } }
    draw({ desk: mergeRow(calm, undefined) })
    expect(marked()).toEqual([])
    cleanup()
    draw({ context: undefined })
    expect(marked()).toEqual([])
  })

  it('goes on and to the context by touch, and not back before the first', () => {
    draw()
    for (const name of ['Previous comment', 'Next comment', 'Context']) fireEvent.click(screen.getByRole('button', { name }))
    expect(pressed).toEqual(['next', 'context'])
    expect(screen.getByRole('button', { name: 'Previous comment' }).getAttribute('aria-disabled')).toBe('true')
  })

  it('says who looks at it, and who decided it meanwhile', () => {
    draw()
    expect(screen.getByText('is looking at it', { exact: false }).textContent).toBe('Teo is looking at it')
    cleanup()
    const decision = {
      ...{ commentId: row.id, version: 2, kind: 'approve' as const, by: 'Teo', byId: 'user-3', at: NOW },
      ...{ reason: null, mark: null, markKind: null, status: 'approved' as const },
    }
    draw({ desk: mergeRow(row, undefined, { decision, servedVersion: 1 }) })
    expect(screen.getByText('approved this', { exact: false }).textContent).toBe('Teo approved this just now')
  })
})
