// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAct, writeAct } from '@/components/moderation/decision/act-choice'
import { listChoices } from '@/components/moderation/decision/choices'
import { describeReason } from '@/components/moderation/decision/decision-words'
import { readWords } from '@/components/words/page-words'
import { makeRow } from '../desk-fixtures'
import { openDesk, stubDeskForEach } from '../queue/open-desk'

const OWN = ['No source given', 'Names a child', 'x.y+']
const ROWS = [makeRow(1), makeRow(2)]

describe('the newsroom’s own reasons', () => {
  const desk = stubDeskForEach(ROWS)

  it('stand after the others, on Shift with the digit of their place', () => {
    const choices = listChoices({ of: 'reason' }, false, OWN)
    expect(choices.map(({ shown }) => shown)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '⇧1', '⇧2', '⇧3'])
    expect(choices.at(-2)?.act).toEqual({ kind: 'reject', reason: 'Names a child' })
    expect(listChoices({ of: 'uncivil', alsoReject: true }, false, OWN)).toHaveLength(8)
  })

  it('are chosen by that key, whatever the keyboard writes with it, and by no other', async () => {
    openDesk({ shown: ROWS, ownReasons: OWN })
    fireEvent.keyDown(window, { key: 'r' })
    expect((await screen.findByRole('button', { name: 'Names a child' })).getAttribute('aria-keyshortcuts')).toBe('Shift+2')
    fireEvent.keyDown(window, { key: '$', code: 'Digit4', shiftKey: true })
    expect(desk.current.posted).toEqual([])
    fireEvent.keyDown(window, { key: '"', code: 'Digit2', shiftKey: true })
    expect(within(screen.getAllByRole('row')[0] as HTMLElement).getByText(/^Rejected \(Names a child\)/)).toBeDefined()
    await waitFor(() =>
      expect(desk.current.posted.map(({ body }) => body)).toEqual([{ version: 1, act: { kind: 'reject', reason: 'Names a child' } }]),
    )
  })

  it('are told in the words they were given, the others in the language of the desk', async () => {
    const german = await readWords('de', 'glossary')
    expect(describeReason(german, 'No source given')).toBe(' (No source given)')
    expect(describeReason(german, 'privacy')).toBe(` (${german('reason.privacy')})`)
    expect(describeReason(german, null)).toBe('')
  })

  it('go through the select of all decisions whatever they are called', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (reason) => {
        expect(readAct(writeAct({ kind: 'reject', reason }))).toEqual({ kind: 'reject', reason })
      }),
    )
    for (const act of [
      { kind: 'approve' },
      { kind: 'mark', mark: 'off_topic', alsoReject: true },
      { kind: 'mark', mark: 'uncivil', uncivilKind: 'threat' },
    ] as const)
      expect(readAct(writeAct(act))).toEqual(act)
  })
})
