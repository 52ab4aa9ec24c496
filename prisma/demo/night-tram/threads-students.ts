import type { DemoComment } from '../types'

/** Uncivil exchange: a taxpayer, a tram driver and a threat. */
export const students: DemoComment[] = [
  {
    key: 'students-01',
    by: 'a-taxpayer',
    at: 0.6,
    text: "About time. The N2 is a rolling pub for students who don't pay. If you're out at 3 in the morning that's your own decision and your own problem.",
    decision: { kind: 'approve', by: 'mara', after: 1 },
    replies: [
      {
        key: 'students-02',
        by: 'nightnurse-b',
        at: 1.4,
        text: "I'm out at three in the morning because somebody's grandfather has fallen out of bed. It could be yours.",
        decision: { kind: 'approve', by: 'mara', after: 0.6 },
      },
      {
        key: 'students-03',
        by: 'third-rail',
        at: 1.5,
        text: 'What an unbelievably stupid thing to write. Do you think the lights in a hospital switch themselves off at night, you absolute turnip?',
        reports: [{ reason: 'abuse', at: 1.75, by: 'a-taxpayer', note: 'insult' }],
        decision: { kind: 'uncivil', uncivilKind: 'insult', by: 'mara', after: 0.7 },
        replies: [
          {
            key: 'students-04',
            by: 'a-taxpayer',
            at: 1.8,
            text: 'There it is. No arguments so insults. I hope you are better at your job than at this, if you have one',
            decision: { kind: 'uncivil', uncivilKind: 'condescension', by: 'mara', after: 0.5 },
            replies: [
              {
                key: 'students-05',
                by: 'third-rail',
                at: 2,
                text: "I drive the N2, genius. I am literally the person you're talking about. And no I don't want to be retrained for your bus",
                decision: { kind: 'approve', by: 'mara', after: 0.4 },
                replies: [
                  {
                    key: 'students-06',
                    by: 'a-taxpayer',
                    at: 2.3,
                    text: 'Explains the quality of the service then 😂',
                    reports: [{ reason: 'abuse', at: 2.9, by: 'third-rail' }],
                    replies: [
                      {
                        key: 'students-07',
                        by: 'third-rail',
                        at: 2.5,
                        text:
                          'Come and say that at Northgate Depot at half past four when I come off shift. Bring a coat. It gets cold lying on that ' +
                          'platform.',
                        reports: [{ reason: 'abuse', at: 2.6, by: 'a-taxpayer', note: 'he is threatening me!!' }],
                        decision: { kind: 'reject', reason: 'abuse', mark: 'threat', note: 'Reads as a threat to another commenter', by: 'mara', after: 0.4 },
                        replies: [
                          {
                            key: 'students-08',
                            by: 'dockside-dora',
                            at: 2.8,
                            text: 'Right, both of you, out of the sandpit. thirdrail, you were winning until that one.',
                            decision: { kind: 'approve', by: 'mara', after: 0.3 },
                          },
                        ],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        key: 'students-09',
        by: 'lorcan-d',
        at: 3.8,
        text:
          "> students who don't pay\nEvery student in Averhaven pays for the network with the semester fee, 96 crowns, whether they ride or not. So the " +
          'students on the N2 are the only passengers who have certainly paid.',
        decision: { kind: 'approve', by: 'mara', after: 1.4 },
        replies: [{ key: 'students-10', by: 'a-taxpayer', at: 6.2, text: 'ok professor' }],
      },
    ],
  },
]
