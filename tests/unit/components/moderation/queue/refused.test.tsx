// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { usePreferences } from '@/components/moderation/frame/preferences-context'
import { listToasts, type Toast } from '@/components/ui/toast'
import { answer, openDesk, stubDeskForEach } from './open-desk'
import { makeRow } from '../desk-fixtures'

const mocked = makeRow(1, {
  body: '> quoted\n\nYou \u202eclown',
  state: { ...makeRow(1).state, suggestions: { offTopic: null, uncivil: { score: 0.9, kind: 'insult' } } },
})
const ROWS = [mocked, makeRow(2)]

/** Covers harsh texts, as the preferences' dialog does. */
function Blur() {
  const { preferences, setPreferences } = usePreferences()
  return <i onClick={() => setPreferences({ ...preferences, isHarshBlurred: true })}>Cover harsh texts</i>
}

describe('a decision that was refused after the cursor went on', () => {
  let conflict: { by: string; kind: string; at: string; version: number } | undefined
  beforeEach(() => {
    conflict = { by: 'Teo', kind: 'approve', at: '2026-11-20T11:59:48.000Z', version: 2 }
  })
  stubDeskForEach(ROWS, () =>
    answer(conflict === undefined ? 500 : 409, { type: '', title: '', status: conflict === undefined ? 500 : 409, detail: '', conflict }),
  )

  async function findRefusal(): Promise<Toast | undefined> {
    const find = () => listToasts().find(({ tone }) => tone === 'error')
    await waitFor(() => expect(find()).toBeDefined())
    return find()
  }

  it('says who did what before, and of which comment: in its own words, with hidden characters shown', async () => {
    openDesk({ shown: ROWS })
    fireEvent.keyDown(window, { key: 'a' })
    expect(await findRefusal()).toMatchObject({
      title: 'Not saved',
      description: 'Teo approved this before you',
      quote: { by: mocked.commenter?.name, text: 'You [RLO]clown' },
    })
  })

  it('shows nothing of a harsh text to whoever has those covered, and says that the comment is as it was', async () => {
    conflict = undefined
    openDesk({ shown: ROWS, beside: <Blur /> })
    fireEvent.click(screen.getByText('Cover harsh texts'))
    fireEvent.keyDown(window, { key: 'a' })
    expect(await findRefusal()).toMatchObject({
      description: 'The comment is as it was',
      quote: { by: mocked.commenter?.name, text: null },
    })
  })
})
