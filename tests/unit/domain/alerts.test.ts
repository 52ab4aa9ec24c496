import { describe, expect, it } from 'vitest'
import { judgeAlerts, type AlertMeasure } from '@/lib/domain/alerts'

const LINES = { ratePerHour: 100, uncivilShare: 0.2, offTopicShare: null, leastComments: 20 }
const NONE = new Set<AlertMeasure>()
const talk = (comments: number, heated = 0, hours = 1) => ({ comments, heated, strayed: comments, hours })
const changes = (...asked: Parameters<typeof judgeAlerts>) => judgeAlerts(...asked).map(({ measure, change }) => `${change} ${measure}`)

describe('an alert', () => {
  it('is raised at its line, with what was measured', () => {
    expect(changes(LINES, talk(99), NONE)).toEqual([])
    expect(judgeAlerts(LINES, talk(150, 0, 1.5), NONE)).toEqual([{ measure: 'rate', change: 'raise', value: 100, line: 100 }])
    expect(changes(LINES, talk(50, 10), NONE)).toEqual(['raise uncivil'])
  })

  it('stands until the discussion is a fifth below the line, and is not raised twice', () => {
    const open = new Set<AlertMeasure>(['uncivil'])
    expect(changes(LINES, talk(100, 30), open)).toEqual(['raise rate'])
    expect(changes(LINES, talk(50, 9), open)).toEqual([])
    expect(changes(LINES, talk(50, 7), open)).toEqual(['clear uncivil'])
  })

  it('says nothing of few comments, and ends when the talk dies down', () => {
    expect(changes(LINES, talk(19, 19), NONE)).toEqual([])
    expect(changes(LINES, talk(19, 19), new Set<AlertMeasure>(['uncivil']))).toEqual(['clear uncivil'])
  })

  it('does not exist without a line, and ends when its line is turned off', () => {
    expect(changes({ ...LINES, uncivilShare: null }, talk(50, 50), NONE)).toEqual([])
    expect(changes({ ...LINES, uncivilShare: null }, talk(50, 50), new Set<AlertMeasure>(['uncivil']))).toEqual(['clear uncivil'])
  })

  it('rings once for a discussion that goes up and down around its line', () => {
    const open = new Set<AlertMeasure>()
    let rings = 0
    for (let minute = 0; minute < 200; minute += 1) {
      for (const { measure, change } of judgeAlerts(LINES, talk(100, minute % 2 === 0 ? 21 : 18), open)) {
        if (change === 'raise') open.add(measure)
        else open.delete(measure)
        if (measure === 'uncivil') rings += 1
      }
    }
    expect(rings).toBe(1)
  })
})
