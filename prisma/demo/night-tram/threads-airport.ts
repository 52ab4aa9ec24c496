import type { DemoComment } from '../types'

/** The drift to the airport that was sold in 2009, and to a ferry. */
export const airport: DemoComment[] = [
  {
    key: 'airport-01',
    by: 'terminal-two',
    at: 5.8,
    text:
      'This is the same town hall that sold the airport in 2009 for the price of a car park. They never learn. Whatever they touch they sell, and what ' +
      "they can't sell they close.",
    reports: [{ reason: 'off_topic', at: 6.6, by: 'kestrel', note: 'airport again' }],
    decision: { kind: 'off_topic', by: 'mara', after: 1.1 },
    replies: [
      {
        key: 'airport-02',
        by: 'plinth',
        at: 6.3,
        text: "The airport! I'd almost managed to forget. 38 million crowns, and the buyer got 60 for the land on the north side alone two years later.",
        decision: { kind: 'off_topic', by: 'mara', after: 0.6 },
        replies: [
          {
            key: 'airport-03',
            by: 'terminal-two',
            at: 6.7,
            text: "62. And the city still pays for the fire brigade out there. Until 2034. It's in the contract, clause 41.",
            decision: { kind: 'off_topic', by: 'mara', after: 0.3 },
            replies: [
              {
                key: 'airport-04',
                by: 'plinth',
                at: 7.2,
                text: "Clause 41 should be on the city's coat of arms.",
                replies: [
                  {
                    key: 'airport-05',
                    by: 'terminal-two',
                    at: 7.6,
                    text: 'With a runway argent on a field of lost money.',
                    replies: [
                      {
                        key: 'airport-06',
                        by: 'cartographer',
                        at: 8.1,
                        text: 'Argent on a field is fine but "lost money" isn\'t a tincture. Suggest: azure, a runway argent, in chief three zeros or.',
                        replies: [{ key: 'airport-07', by: 'mugshot', at: 8.4, text: 'I want this on a mug' }],
                      },
                    ],
                  },
                ],
              },
              {
                key: 'airport-08',
                by: 'gridlock-gus',
                at: 8.2,
                text:
                  'To be fair the airport lost four million a year before they sold it. Nobody flew from there except the football club, and they came ' +
                  'last.',
                replies: [
                  {
                    key: 'airport-09',
                    by: 'terminal-two',
                    at: 8.9,
                    text:
                      "It lost four million because they'd built a terminal for 1.2 million passengers and then didn't build the road. I worked check-in " +
                      'for nine years. Some mornings we checked in each other.',
                    replies: [{ key: 'airport-10', by: 'lorcan-d', at: 9.2, text: '"Some mornings we checked in each other" is a novel. Please write it.' }],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        key: 'airport-11',
        by: 'hal-oystermann',
        at: 10.4,
        text:
          'My late wife and I flew from that airport to our honeymoon in 1969. A propeller machine, eighteen seats, and the pilot came out beforehand to ' +
          'shake hands. The café had a terrace. You could see clear across to the Kettle Island cranes. I know that this has nothing to do with the tram.',
        replies: [
          {
            key: 'airport-12',
            by: 'terminal-two',
            at: 11,
            text: 'The terrace was still there in 2008. The awning was green.',
            replies: [{ key: 'airport-13', by: 'hal-oystermann', at: 21.7, text: 'It was green in 1969. Thank you.' }],
          },
          { key: 'airport-14', by: 'moth-ball', at: 12.2, text: 'Off topic and the nicest thing on this page' },
        ],
      },
      {
        key: 'airport-15',
        by: 'kestrel',
        at: 10.9,
        text:
          'Could we possibly talk about the tram that closes in August instead of an airport that was sold when some of the commenters here were in ' +
          'nappies?',
        decision: { kind: 'approve', by: 'teo', after: 1 },
        replies: [
          {
            key: 'airport-16',
            by: 'terminal-two',
            at: 11.3,
            text:
              "> an airport that was sold when some of the commenters here were in nappies\nIt's the same pattern. That's my point. You don't have to " +
              'read it.',
            replies: [
              {
                key: 'airport-17',
                by: 'wally-b',
                at: 12.6,
                text: 'Does anybody know what happened to the big model plane that hung in the hall? My dad built the wings.',
                replies: [
                  {
                    key: 'airport-18',
                    by: 'plinth',
                    at: 13.1,
                    text: "Last I heard it's in the vocational college on Tern Street, in the stairwell. One wing has a bicycle leaning on it.",
                    replies: [
                      {
                        key: 'airport-19',
                        by: 'wally-b',
                        at: 18.4,
                        text: "Going there on Saturday with my dad. He's 81. Thank you plinth, you've no idea",
                        replies: [
                          {
                            key: 'airport-20',
                            by: 'wally-b',
                            at: 101.2,
                            text: "Went. It's there. The bicycle is gone. He cried a bit and then he complained about the paint.",
                            decision: { kind: 'approve', by: 'teo', after: 6.8 },
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
        key: 'airport-21',
        by: 'reader-5150',
        at: 24.9,
        text: "sold the airport, sold the waterworks, sold the town hall cellar. next they sell the mayor, who'd take her",
      },
    ],
  },
  {
    key: 'airport-22',
    by: 'kettle-islander',
    at: 32.2,
    text:
      'Speaking of things sold: what about the ferry pier? The island had a ferry until 2012, every half hour till one in the morning. Then it was "the ' +
      'bus will do it". Now it is again "the bus will do it". It\'s always the same bus.',
    decision: { kind: 'approve', by: 'teo', after: 6.9 },
    replies: [
      {
        key: 'airport-23',
        by: 'plinth',
        at: 33.6,
        text: "Wasn't the pier part of the airport deal? The holding took both as I remember.",
        replies: [
          {
            key: 'airport-24',
            by: 'terminal-two',
            at: 34.4,
            text: "No, the pier was separate: same notary, same day, though. 8 December 2009. I've a copy of the agenda somewhere.",
            replies: [{ key: 'airport-25', by: 'plinth', at: 35, text: "Of course you have. You're the national archive." }],
          },
        ],
      },
      {
        key: 'airport-26',
        by: 'ex-deckhand',
        at: 57.2,
        text: "The ferry was the most beautiful commute of my life. I'd take it back before any tram, sorry tram.",
      },
    ],
  },
]
