import type { DemoComment } from '../types'

/** An attack for origin, an attack for sex, and how readers answered. */
export const names: DemoComment[] = [
  {
    key: 'names-01',
    by: 'fred-99',
    at: 7.8,
    text:
      'Look at the names of the people who are whining here and then ask yourself who this tram was ever for. They come to this country, they work ' +
      'nights because they cant do anything else and then WE pay for their private train. Go back where you came from and take your tram with you',
    reports: [
      { reason: 'hate', at: 7.9, by: 'nadia-el' },
      { reason: 'hate', at: 8, by: 'ruairi-m', note: 'Just no.' },
    ],
    decision: { kind: 'reject', reason: 'hate', mark: 'identity_attack', note: 'Attack on people for their origin', by: 'teo', after: 0.55 },
    replies: [
      {
        key: 'names-02',
        by: 'ruairi-m',
        at: 8.05,
        text: "The tram's been here since 1954 and some of those names built the hospital you'll be glad of. Reported.",
        decision: { kind: 'approve', by: 'teo', after: 0.6 },
      },
      {
        key: 'names-03',
        by: 'j-mwangi',
        at: 8.3,
        text:
          "I was born in St Brannoc, at ten past three in the morning. My mum went in by N2. I'll take the tram with me, gladly, if it's every twenty " +
          'minutes.',
        decision: { kind: 'approve', by: 'teo', after: 0.4 },
        replies: [
          { key: 'names-04', by: 'aunty-bee', at: 8.6, text: 'Comment of the week. ❤️' },
          {
            key: 'names-05',
            by: 'dockside-dora',
            at: 9.1,
            text: 'J. Mwangi for mayor.',
            replies: [{ key: 'names-06', by: 'the-real-mayor', at: 9.9, text: "I'd step aside, if I were her." }],
          },
        ],
      },
    ],
  },
  {
    key: 'names-07',
    by: 'anon-4471',
    at: 9.6,
    text:
      "Sand gets driven home by her husband in an SUV the size of a tram, I've seen it. Brainless woman. Whole committee couldnt find its own backside " +
      'with a timetable and a torch.',
    edits: [
      {
        text:
          "Sand gets driven home by her husband in an SUV the size of a tram, I've seen it. Whole committee couldnt find its own backside with a " +
          'timetable and a torch.',
        until: 10.1,
      },
    ],
    reports: [{ reason: 'abuse', at: 12, by: 'gwen-a', note: "Can we not do this about people's looks and husbands" }],
    replies: [
      {
        key: 'names-08',
        by: 'gwen-a',
        at: 11.9,
        text:
          'One can oppose the decision (I do) without calling a woman brainless. She read out numbers for twenty minutes without notes; I was in the ' +
          "gallery. They were the wrong numbers, but brainless it wasn't.",
        decision: { kind: 'approve', by: 'mara', after: 4.5 },
        replies: [
          {
            key: 'names-09',
            by: 'anon-4471',
            at: 12.4,
            text: 'oh spare me the lecture sweetheart',
            replies: [
              {
                key: 'names-10',
                by: 'gwen-a',
                at: 14.8,
                text: 'I am seventy-four and have been called worse by better.',
                replies: [{ key: 'names-11', by: 'marguerite-s', at: 15.1, text: 'Gwen 👑' }],
              },
            ],
          },
        ],
      },
      {
        key: 'names-12',
        by: 'torchwood-ned',
        at: 29.3,
        text: 'The timetable and torch bit was funny though',
        replies: [{ key: 'names-13', by: 'gwen-a', at: 32.6, text: "I'll grant you the torch." }],
      },
    ],
  },
]
