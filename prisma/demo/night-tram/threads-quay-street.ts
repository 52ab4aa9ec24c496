import type { DemoComment } from '../types'

/** Noise in the bend: residents against night owls, with an apology. */
export const quayStreet: DemoComment[] = [
  {
    key: 'quay-street-01',
    by: 'saltmarket-resident',
    at: 4.4,
    text:
      "Some of us have been woken by that bend at 1:12, 1:52, 2:32 and 3:12 for years. I'd like the heroes of the night shift to consider for one moment " +
      'that people who live by the track are also tired workers. I teach. I get up at six.',
    decision: { kind: 'approve', by: 'mara', after: 2.2 },
    replies: [
      {
        key: 'quay-street-02',
        by: 'quiet-carriage',
        at: 5,
        text: "That is fair and it gets lost. Nobody ever interviews the people who *didn't* sleep.",
        decision: { kind: 'approve', by: 'mara', after: 1.6 },
      },
      {
        key: 'quay-street-03',
        by: 'kestrel',
        at: 5.7,
        text: 'You moved to a street with a tram in it and discovered a tram. Congratulations on your investigation.',
        reports: [{ reason: 'abuse', at: 6, by: 'quiet-carriage' }],
        decision: { kind: 'uncivil', uncivilKind: 'mockery', by: 'teo', after: 2.4 },
        replies: [
          {
            key: 'quay-street-04',
            by: 'saltmarket-resident',
            at: 6.4,
            text: 'I was born in that street. In 1971. The squeal began in 1988 when they re-laid the bend too tight. But do go on.',
            decision: { kind: 'approve', by: 'teo', after: 1.8 },
            replies: [
              {
                key: 'quay-street-05',
                by: 'kestrel',
                at: 6.6,
                text: 'Then I apologise, that was cheap.',
                decision: { kind: 'approve', by: 'teo', after: 1.7 },
                replies: [{ key: 'quay-street-06', by: 'saltmarket-resident', at: 6.9, text: "Accepted. I also sound better when I've slept." }],
              },
            ],
          },
        ],
      },
      {
        key: 'quay-street-07',
        by: 'third-rail',
        at: 6.1,
        text: 'boo hoo. buy earplugs, princess',
        reports: [{ reason: 'abuse', at: 6.5, by: 'saltmarket-resident' }],
        decision: { kind: 'uncivil', uncivilKind: 'insult', by: 'teo', after: 2 },
        replies: [
          {
            key: 'quay-street-08',
            by: 'quiet-carriage',
            at: 7.3,
            text: "You drive it and that's your answer to the people who live there? I was on your side until now, pal.",
          },
        ],
      },
      {
        key: 'quay-street-09',
        by: 'hard-hat-harry',
        at: 27.4,
        text:
          "I worked on that bend in '88. 25 metre radius, on the drawing it said 28. Somebody in the office wanted to save the corner of the customs " +
          "house garden. Greasing it each night would've cost one man and one bucket. They cut the man in '94 and I believe they still have the bucket.",
        decision: { kind: 'approve', by: 'mara', after: 7.4 },
        replies: [
          {
            key: 'quay-street-10',
            by: 'tramfan-62',
            at: 28.1,
            text: 'Harry, please tell me that you have photographs.',
            replies: [{ key: 'quay-street-11', by: 'hard-hat-harry', at: 45.9, text: 'A shoebox full. Will ask my daughter to scan' }],
          },
        ],
      },
    ],
  },
]
