import type { DemoComment } from '../types'

/** Late arrivals, none of them decided but one. */
export const secondDay: DemoComment[] = [
  {
    key: 'second-day-01',
    by: 'lurker-no-more',
    at: 24.7,
    text: '> It is very loud in there.\nNobody seems to have noticed that this is the happiest sentence the education office has ever published.',
    decision: { kind: 'approve', by: 'mara', after: 1.5 },
  },
  {
    key: 'second-day-02',
    by: 'earn-fast-03',
    at: 25.6,
    text: 'Pupils, students!! Earn more than your teacher from home!!! No phone needed, write to mandy@home-riches.example',
  },
  {
    key: 'second-day-03',
    by: 'old-boy',
    at: 43.2,
    text: 'Still nobody has the guts to say it: spoilt brats, useless parents, cowardly teachers. There, somebody did.',
    reports: [{ reason: 'abuse', at: 44.1, by: 'viv-l' }],
    replies: [{ key: 'second-day-04', by: 'mum-of-three', at: 44.6, text: "You've now insulted every person in the building except the caretaker." }],
  },
  {
    key: 'second-day-05',
    by: 'first-post-phil',
    at: 45.3,
    text: "Second comment ever: what happens to the pouches at the end of the year, do we get to keep one? I'd like one for my brother in law",
  },
  { key: 'second-day-06', by: 'jaz-k', at: 46.1, text: '📵' },
]
