import type { DemoComment } from '../types'

/** Sums with taxis, the licence and one missing vote. */
export const taxisAndLicence: DemoComment[] = [
  {
    key: 'taxis-and-licence-01',
    by: 'gridlock-gus',
    at: 0.9,
    text:
      "Finally. I live on the route. At 2.30 it's a brightly lit aquarium with one guy asleep in it. 210 seats! You could send each of them home by taxi " +
      'and have change for breakfast.',
    decision: { kind: 'approve', by: 'mara', after: 0.4 },
    replies: [
      {
        key: 'taxis-and-licence-02',
        by: 'ruairi-m',
        at: 1.3,
        text:
          "Let's do your sum. 1,350 passengers, average taxi 26 crowns, 365 nights: 12.8 million. The tram costs 6.8. You've just doubled it, before " +
          'breakfast.',
        edits: [{ text: "Let's do your sum. 1,350 passengers, average taxi 26 crowns, 365 nights: 128 million. The tram costs 6.8.", until: 1.45 }],
        decision: { kind: 'approve', by: 'mara', after: 0.3 },
        replies: [
          {
            key: 'taxis-and-licence-03',
            by: 'gridlock-gus',
            at: 1.7,
            text: 'Nobody takes a taxi for 13km, the average trip on the N2 is four stops. And I said after 2.30. But fine, I walked into that.',
            decision: { kind: 'approve', by: 'mara', after: 0.5 },
            replies: [
              {
                key: 'taxis-and-licence-04',
                by: 'ruairi-m',
                at: 2.1,
                text: 'An argument in this comment section ended with "fine". I\'m having it framed.',
                replies: [{ key: 'taxis-and-licence-05', by: 'gridlock-gus', at: 2.4, text: "Don't get used to it 😄" }],
              },
            ],
          },
        ],
      },
      {
        key: 'taxis-and-licence-06',
        by: 'cyclops-bike',
        at: 2.9,
        text:
          "> You could send each of them home by taxi\nThere are 71 licensed taxis in Averhaven at night. I know, I've tried to get one. In the rain. " +
          'With a cello.',
        replies: [
          {
            key: 'taxis-and-licence-07',
            by: 'quiet-carriage',
            at: 3.9,
            text: "Why does this city have so many people travelling at night with a cello? You're the third I've heard of.",
            replies: [
              {
                key: 'taxis-and-licence-08',
                by: 'cyclops-bike',
                at: 4.6,
                text: 'The third?? We should form a quartet',
                replies: [
                  {
                    key: 'taxis-and-licence-09',
                    by: 'quiet-carriage',
                    at: 4.9,
                    text: "I believe you'd be the only ones making less noise than the Quay Street bend.",
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
    key: 'taxis-and-licence-10',
    by: 'inga-f',
    at: 11.5,
    text:
      'Could someone explain the licence business in the last paragraph? If the licence runs out on 31 December and it takes three years to get a new ' +
      'one, then the "honest look after a year" can\'t bring back anything. They\'d be looking, honestly and in public, at a locked door.',
    decision: { kind: 'approve', by: 'teo', after: 0.3 },
    replies: [
      {
        key: 'taxis-and-licence-11',
        by: 'j-mwangi',
        at: 12.1,
        text: 'That\'s how I read it too. The overhead line "stays up for the time being" in the same way that my gym membership does.',
        decision: { kind: 'approve', by: 'teo', after: 0.25 },
      },
      {
        key: 'taxis-and-licence-12',
        by: 'ledgerline',
        at: 12.9,
        text:
          'You can renew a licence without running the service, provided that one journey a night is kept up. Two trips at 05:00 would do it. The ' +
          'committee was offered exactly that (amendment 9, Open City) and it fell 29 to 28. One vote.',
        decision: { kind: 'approve', by: 'teo', after: 0.2 },
        replies: [
          { key: 'taxis-and-licence-13', by: 'inga-f', at: 13.3, text: "One vote! That should've been the headline." },
          {
            key: 'taxis-and-licence-14',
            by: 'kestrel',
            at: 13.9,
            text: "29 to 28 with three abstentions. Somebody abstained the night tram to death. I'd like the names, please.",
            replies: [
              {
                key: 'taxis-and-licence-15',
                by: 'truth-bell',
                at: 15.2,
                text:
                  'They were PAID. Wake up. Everyone in the building knows that the bus company gave all three of them a holiday flat. You wont read ' +
                  'that here!!',
                reports: [{ reason: 'misinformation', at: 15.5, by: 'ledgerline', note: 'No evidence at all, and libellous' }],
                decision: { kind: 'reject', reason: 'misinformation', note: 'Accuses three councillors of bribery without any source', by: 'mara', after: 0.6 },
                replies: [
                  {
                    key: 'taxis-and-licence-16',
                    by: 'kestrel',
                    at: 15.6,
                    text: 'Do you have anything at all to back that up? Because I asked for names, not for fairy tales.',
                    replies: [
                      {
                        key: 'taxis-and-licence-17',
                        by: 'truth-bell',
                        at: 15.9,
                        text: 'do your own research sheep',
                        decision: { kind: 'uncivil', uncivilKind: 'insult', by: 'mara', after: 0.4 },
                      },
                    ],
                  },
                ],
              },
              {
                key: 'taxis-and-licence-18',
                by: 'tramfan-62',
                at: 16.2,
                text:
                  'The roll call will be in the minutes, published with the agenda of the next session. One of the three was ill and had been paired, I ' +
                  "think. Let's wait.",
                decision: { kind: 'approve', by: 'mara', after: 0.7 },
              },
            ],
          },
        ],
      },
    ],
  },
  {
    key: 'taxis-and-licence-19',
    by: 'zsofia-m',
    at: 30.7,
    text:
      'I moved here from a city where the night line was closed in 2014 "with a review after a year". The review took place. It found that nobody was ' +
      "using the stops any more. They'd been removed.",
    decision: { kind: 'approve', by: 'mara', after: 6.5 },
    replies: [
      { key: 'taxis-and-licence-20', by: 'tomasz-w', at: 31.9, text: "I laughed and then I didn't." },
      {
        key: 'taxis-and-licence-21',
        by: 'gridlock-gus',
        at: 34,
        text: "Then maybe it wasn't needed?",
        replies: [
          {
            key: 'taxis-and-licence-22',
            by: 'zsofia-m',
            at: 35.2,
            text: 'It was needed by me. I moved here.',
            replies: [{ key: 'taxis-and-licence-23', by: 'gridlock-gus', at: 36.5, text: "OK that's a good line, I'll give you that." }],
          },
        ],
      },
    ],
  },
]
