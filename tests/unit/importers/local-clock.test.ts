import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/importers/csv'
import { LocalClock } from '@/lib/importers/local-clock'
import { collect, piecesOf } from './collect'

const berlin = new LocalClock('Europe/Berlin')

describe('a clock', () => {
  it.each([
    ['2014-03-01 10:00', '2014-03-01T09:00:00.000Z'],
    ['2014-07-01 10:00:30', '2014-07-01T08:00:30.000Z'],
    ['2014-07-01T9:05:07.123', '2014-07-01T07:05:07.000Z'],
    ['1.3.2014 10:00', '2014-03-01T09:00:00.000Z'],
    ['01.07.2014, 10:00:30', '2014-07-01T08:00:30.000Z'],
    ['2014/03/01 10:00', '2014-03-01T09:00:00.000Z'],
    ['2014-03-01 10:00 PM', '2014-03-01T21:00:00.000Z'],
    ['Mar 1, 2015 9:30 PM', '2015-03-01T20:30:00.000Z'],
    ['March 1st, 2015 at 9:30 pm', '2015-03-01T20:30:00.000Z'],
    ['Sunday, March 1, 2015, 12:05 a.m.', '2015-02-28T23:05:00.000Z'],
    ['Mar 1, 2015 12:05\u202fPM', '2015-03-01T11:05:00.000Z'],
    ['1 Sept 2015 21:30:05', '2015-09-01T19:30:05.000Z'],
    ['01-Mar-2015 21:30', '2015-03-01T20:30:00.000Z'],
    ['Sonntag, 1. März 2015, 21:30 Uhr', '2015-03-01T20:30:00.000Z'],
    ['5. Okt. 2015 08:00', '2015-10-05T06:00:00.000Z'],
    ['Sun Mar  1 21:30:00 2015', '2015-03-01T20:30:00.000Z'],
    // Put forward from 2 to 3: the hour was left out.
    ['2026-03-29 01:59:59', '2026-03-29T00:59:59.000Z'],
    ['2026-03-29 02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29 03:00', '2026-03-29T01:00:00.000Z'],
    // Put back from 3 to 2: the hour came twice.
    ['2026-10-25 01:59:59', '2026-10-24T23:59:59.000Z'],
    ['2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25 03:00', '2026-10-25T02:00:00.000Z'],
  ])('in Berlin that showed %s did so at %s', (text, instant) => {
    expect(berlin.read(text)).toBe(instant)
  })

  it('west of Greenwich shows an hour that comes twice first in summer time too', () => {
    expect(new LocalClock('America/New_York').read('2026-11-01 01:30')).toBe('2026-11-01T05:30:00.000Z')
  })

  it('agrees with itself at every hour of two years, in zones of halves and quarters too', () => {
    for (const zone of ['Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe']) {
      const clock = new LocalClock(zone)
      const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
      for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2027, 0, 1); at += 7 * 3_600_000) {
        const read = Date.parse(clock.read(shown.format(at)) ?? '')
        expect(shown.format(read), `${zone} ${at}`).toBe(shown.format(at))
      }
    }
  })

  it.each([
    '2026-02-30 10:00',
    '2026-13-01 10:00',
    '2026-03-01 24:00',
    '2026-03-01 10:60',
    '2026-03-01',
    '03/01/2026 10:00',
    '2026-03/01 10:00',
    'Mar 1, 2026 13:30 PM',
    'Mar 1, 2026 0:30 am',
    'Feb 30, 2026 9:30 PM',
    'Mar 1, 26 9:30 PM',
    'Mar 1 9:30 PM',
    'Marvel 1, 2026 9:30 PM',
    `Mar 1, 2026${' '.repeat(200)}9:30 PM`,
    // Not of this zone.
    'Mar 1, 2026 9:30 PM UTC',
    'yesterday',
    '',
  ])('never shows %j', (text) => {
    expect(berlin.read(text)).toBeNull()
  })
})

describe('the times of a table', () => {
  const read = (text: string, timeZone?: string) =>
    collect(readCsv(piecesOf(text), { articleExternalId: 'a-1', ...(timeZone === undefined ? {} : { timeZone }) }))

  it('are those of the zone that is named, where they name no offset', async () => {
    const { comments, problems } = await read('date,text\n2014-07-01 10:00,a\n2014-07-01T10:00:00Z,b\nlately,c\nat noon,d', 'Europe/Berlin')
    expect(comments.map(({ input }) => input.postedAt)).toEqual(['2014-07-01T08:00:00.000Z', '2014-07-01T10:00:00Z', undefined, undefined])
    expect(problems).toEqual(['4: This time cannot be read. Write it such as 2015-03-01 09:30, or times like it are left unknown.'])
  })

  it('are told by what is wrong with them, each once', async () => {
    const times = ['03/01/2015 21:30', 'Mar 1, 2015 9:30 PM', '1/3/15', '2015-03-01', 'lately', '2015-03-01 21:30']
    const { comments, problems } = await read(['date;text', ...times.map((time, at) => `${time};${at}`)].join('\n'))
    expect(comments.map(({ input }) => input.postedAt)).toEqual(times.map(() => undefined))
    expect(problems).toEqual([
      '2: Nobody can tell whether this time begins with the day or the month. Write it such as 2015-03-01 09:30, or times like it are left unknown.',
      '3: This time has no offset, such as Z or +01:00. Name the time zone, or times like it are left unknown.',
      '5: This time cannot be read. Write it such as 2015-03-01 09:30, or times like it are left unknown.',
    ])
  })

  it('are UTC where the column says so, as that of WordPress does', async () => {
    const { comments, problems } = await read('comment_date_gmt,text\n2014-07-01 10:00:00,a', 'Europe/Berlin')
    expect(comments.map(({ input }) => input.postedAt)).toEqual(['2014-07-01T10:00:00.000Z'])
    expect(problems).toEqual([])
  })
})
