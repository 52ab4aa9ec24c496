import type { DemoComment } from '../types'

/** What the bridge hums, and two letters from the caissons. */
export const soundsAndCaissons: DemoComment[] = [
  {
    key: 'sounds-and-caissons-01',
    by: 'cranedriver',
    at: 22.8,
    text:
      "Forty years in a crane on Kettle Island with a view of that bridge, and I'd never known why the south end hums in a west wind. Does anyone? It's " +
      "about an A flat. In a storm it's a sort of choir.",
    decision: { kind: 'approve', by: 'teo', after: 0.3 },
    replies: [
      {
        key: 'sounds-and-caissons-02',
        by: 'tobias-author',
        at: 24.1,
        text:
          "It's the hangers: they are of different lengths, so each has its note. In 1953 they put dampers on the longest ones after a complaint by (I'm " +
          'not inventing this) the music school. The short ones were left alone.',
        decision: { kind: 'approve', by: 'teo', after: 0.6 },
        replies: [
          {
            key: 'sounds-and-caissons-03',
            by: 'cranedriver',
            at: 24.6,
            text: "So I've been listening to the short ones. Thank you. Forty years I thought it was me.",
          },
        ],
      },
      {
        key: 'sounds-and-caissons-04',
        by: 'cyclops-bike',
        at: 27.2,
        text: "Cellist here. It's closer to G, but it goes sharp in frost. I tune to it sometimes out of spite.",
        replies: [
          {
            key: 'sounds-and-caissons-05',
            by: 'moth-ball',
            at: 28.6,
            text: 'is that the cello in the taxi queue?',
            replies: [{ key: 'sounds-and-caissons-06', by: 'cyclops-bike', at: 28.9, text: "There's only the one cello. We've all just seen it a lot." }],
          },
        ],
      },
    ],
  },
  {
    key: 'sounds-and-caissons-07',
    by: 'caisson-kid',
    at: 48.5,
    text:
      "Great-grandson of a caisson man here. Family story: on Sundays they couldn't sit in church because of their knees, the bends got into the joints, " +
      'so they stood at the back and the priest thought they were anarchists. Some were.',
    decision: { kind: 'approve', by: 'mara', after: 2.7 },
    replies: [
      {
        key: 'sounds-and-caissons-08',
        by: 'heike-aus',
        at: 50.1,
        text:
          'Mein Urgroßvater war einer von den sechzig aus Hamburg. Bei uns hieß es auch "der Preis". Er hat nie darüber gesprochen, nur im Winter, wenn ' +
          'das Knie wehtat, sagte er: "Averhaven meldet sich."',
        edits: [
          { text: 'Mein Urgroßvater war einer von den sechzig aus Hamburg. Bei uns hieß es auch "der Preis". Er hat nie darüber gesprochen.', until: 50.3 },
        ],
        decision: { kind: 'approve', by: 'mara', after: 3.2 },
        replies: [
          {
            key: 'sounds-and-caissons-09',
            by: 'caisson-kid',
            at: 51,
            text: 'I put this through a translator and had to sit down. "Averhaven is calling." What was his name? Mine was Anders Pohl.',
            replies: [
              {
                key: 'sounds-and-caissons-10',
                by: 'heike-aus',
                at: 53.8,
                text:
                  'August Lührs. In einem Brief schreibt er von einem "Anders, der immer singt, auch unter Druck". Vielleicht ist das Zufall. Ich suche ' +
                  'den Brief heute Abend heraus.',
                replies: [
                  {
                    key: 'sounds-and-caissons-11',
                    by: 'caisson-kid',
                    at: 54.3,
                    text: "He sang. Everybody says that he sang. My gran had a list of songs we weren't allowed to know",
                    replies: [
                      {
                        key: 'sounds-and-caissons-12',
                        by: 'heike-aus',
                        at: 76.6,
                        text:
                          'Gefunden. 4. Februar 1928: "Der Anders hat heute in der Schleuse so laut gesungen, dass die Ärztin gelacht hat." Ich schicke ' +
                          'Ihnen gern eine Kopie, wenn die Redaktion uns zusammenbringt.',
                        decision: { kind: 'approve', by: 'teo', after: 3.9 },
                        replies: [
                          {
                            key: 'sounds-and-caissons-13',
                            by: 'tobias-author',
                            at: 78.3,
                            text:
                              "The editors most certainly will. I've written to both of you. And the doctor laughing is the first description of Selma " +
                              "Roth by anyone who wasn't sending her a bill.",
                            decision: { kind: 'approve', by: 'teo', after: 2.5 },
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
    ],
  },
  {
    key: 'sounds-and-caissons-14',
    by: 'nadia-el',
    at: 30.3,
    text: 'I cross it every day and have never once looked down at the southern pier. Today I did. Somebody has painted a small red barrel on it.',
    replies: [
      {
        key: 'sounds-and-caissons-15',
        by: 'cartographer',
        at: 31.4,
        text:
          "Since 1976, renewed every year by nobody knows whom. It's within 40 cm of the true position, I once measured it for reasons I couldn't " +
          'explain to my wife.',
        replies: [
          {
            key: 'sounds-and-caissons-16',
            by: 'caisson-kid',
            at: 33,
            text: 'Was it you',
            replies: [{ key: 'sounds-and-caissons-17', by: 'cartographer', at: 33.2, text: "It was not me. (It is not my wife either, I've asked.)" }],
          },
        ],
      },
    ],
  },
]
