// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { makeRow } from '../desk-fixtures'
import { openDesk, stubDeskForEach } from './open-desk'

const OFF_TOPIC = makeRow(1, {
  state: { ...makeRow(1).state, status: 'pending', marks: { offTopic: true, uncivil: null } },
  allowed: ['approve', 'reject', 'mark_uncivil', 'clear_off_topic'],
})
const OLD = makeRow(2, { postedAt: '2026-10-28T12:00:00.000Z' })

describe('a row of the queue', () => {
  stubDeskForEach([OFF_TOPIC, OLD])
  afterEach(cleanup)

  const say = (id: string) => document.getElementById(`comment-${id}`)?.textContent ?? ''

  it('keeps an earlier mark in sight beside the one that was just set, which is said once', () => {
    openDesk({ shown: [OFF_TOPIC, OLD] })
    fireEvent.keyDown(window, { key: 'u' })
    fireEvent.keyDown(window, { key: '3' })
    expect(say(OFF_TOPIC.id)).toContain('Marked off-topic')
    expect(say(OFF_TOPIC.id).match(/Marked uncivil/g)).toEqual(['Marked uncivil'])
  })

  it('says how old a comment is that came in long after it was written, beside how long it waits', () => {
    openDesk({ shown: [OFF_TOPIC, OLD] })
    expect(screen.getByText('23d old').title).not.toBe('')
    expect([say(OFF_TOPIC.id).includes('old'), say(OLD.id).includes('31m')]).toEqual([false, true])
  })
})
