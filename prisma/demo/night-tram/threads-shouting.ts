import type { DemoComment } from '../types'

/** Conspiracy and scolding, mostly undecided. */
export const shouting: DemoComment[] = [
  {
    key: 'shouting-01',
    by: 'truth-bell',
    at: 52.3,
    text:
      'Nobody is asking the REAL question. Why does the overhead line stay up?? Because at night they use it to charge something else. My brother in law ' +
      'knows an electrician. They think you are all idiots and looking at this comment section they are right',
    replies: [
      {
        key: 'shouting-02',
        by: 'tramfan-62',
        at: 53,
        text: 'It stays up because taking it down costs 190,000 crowns per kilometre and because depot runs need it. This is page 23.',
        replies: [
          {
            key: 'shouting-03',
            by: 'truth-bell',
            at: 53.4,
            text: 'found the paid clown 🤡',
            reports: [{ reason: 'abuse', at: 54.1, by: 'tramfan-62' }],
            replies: [{ key: 'shouting-04', by: 'tramfan-62', at: 54, text: "If only. I've been doing this for free since 1962." }],
          },
        ],
      },
    ],
  },
  {
    key: 'shouting-05',
    by: 'pieter-noord',
    at: 75.8,
    text:
      'A question for those who say "just drive": what about the kids (I\'m 19, apprentice, no licence, start 04:30 at the fish market)? There\'s no bus ' +
      "to the fish market in the draft at all. It isn't in the article either.",
    decision: { kind: 'approve', by: 'teo', after: 8.6 },
    replies: [
      {
        key: 'shouting-06',
        by: 'a-taxpayer',
        at: 77.3,
        text:
          "Get a bicycle. At 19 I cycled 14 km to work, uphill, and I didn't go crying to the newspaper. Your generation can't tie its own shoes without " +
          'an app',
        replies: [
          {
            key: 'shouting-07',
            by: 'pieter-noord',
            at: 78,
            text: 'It was uphill both ways I guess',
            decision: { kind: 'approve', by: 'teo', after: 7.1 },
            replies: [
              {
                key: 'shouting-08',
                by: 'a-taxpayer',
                at: 78.6,
                text: 'Cheeky little brat. Maybe thats why you gut fish for a living',
                reports: [{ reason: 'abuse', at: 79.5, by: 'cyclops-bike', note: 'Pieter asked a perfectly polite question' }],
                replies: [
                  {
                    key: 'shouting-09',
                    by: 'dockside-dora',
                    at: 79.9,
                    text:
                      'He gets up at 03:30 so that you can have your smoked mackerel, you pompous old trout. And I mean that as an insult to you and a ' +
                      'compliment to trout.',
                  },
                ],
              },
            ],
          },
          {
            key: 'shouting-10',
            by: 'cyclops-bike',
            at: 80.4,
            text: "I'm all for bicycles, look at my name. But over the harbour bridge at four in November, between the lorries, with no lane? No.",
          },
        ],
      },
    ],
  },
]
