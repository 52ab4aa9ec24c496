import type { DemoComment } from '../types'

/** A polite drift to the dock canteen's Thursday soup, in three languages. */
export const canteen: DemoComment[] = [
  {
    key: 'canteen-01',
    by: 'soup-spoon',
    at: 10.9,
    text:
      "Since the article only has a cook's help in passing: the dock canteen on the island is the real monument. It fed the bridge, and it lasted until " +
      '1991. Does anybody still have the recipe for the Thursday soup? Barley, smoked haddock, and something sour.',
    decision: { kind: 'off_topic', by: 'mara', after: 2 },
    replies: [
      {
        key: 'canteen-02',
        by: 'marguerite-s',
        at: 11.7,
        text: 'The something sour was pickled gooseberries! My aunt cooked there from 1958. They came in barrels, and the barrels then went to the boat club.',
        decision: { kind: 'off_topic', by: 'mara', after: 1.4 },
        replies: [
          {
            key: 'canteen-03',
            by: 'soup-spoon',
            at: 12.5,
            text: "GOOSEBERRIES. Thirty years I've been trying with vinegar like a fool.",
            decision: { kind: 'off_topic', by: 'mara', after: 0.7 },
            replies: [
              {
                key: 'canteen-04',
                by: 'marguerite-s',
                at: 13.1,
                text: "Half a cup to the litre, and don't boil it again afterwards. She'd have hit you with the ladle.",
                edits: [{ text: "Half a litre to the litre, and don't boil it again afterwards. She'd have hit you with the ladle.", until: 13.3 }],
                replies: [
                  {
                    key: 'canteen-05',
                    by: 'baker-at-three',
                    at: 15.9,
                    text:
                      'And dark bread from the day before, rubbed with fat, not butter. The order for it is still in our old book: "Canteen, 140 loaves, ' +
                      'Thurs. 160". Everybody came on Thursdays.',
                    decision: { kind: 'approve', by: 'mara', after: 8.1 },
                    replies: [
                      {
                        key: 'canteen-06',
                        by: 'soup-spoon',
                        at: 16.6,
                        text: "I'm making it on Sunday, and I'm inviting this entire thread.",
                        replies: [{ key: 'canteen-07', by: 'dockside-dora', at: 17.3, text: 'What time and do we bring our own ladle' }],
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
        key: 'canteen-08',
        by: 'karin-st',
        at: 22.2,
        text:
          'Bei meiner Oma in Bremerhaven gab es dieselbe Suppe, allerdings mit Stachelbeeren UND einem Löffel Senf. Vielleicht haben die Hamburger sie ' +
          'mitgebracht? Ich finde das eine sehr schöne Spur.',
        replies: [
          {
            key: 'canteen-09',
            by: 'opa-willi',
            at: 23.5,
            text: 'Senf gehört da nicht rein, Mädchen. 😄 Sonst richtig.',
            replies: [
              {
                key: 'canteen-10',
                by: 'karin-st',
                at: 24,
                text: 'Sagen Sie das meiner Oma. Trauen Sie sich!',
                replies: [
                  { key: 'canteen-11', by: 'opa-willi', at: 45.3, text: 'Ich nehme alles zurück.', decision: { kind: 'approve', by: 'mara', after: 6.6 } },
                ],
              },
            ],
          },
        ],
      },
      {
        key: 'canteen-12',
        by: 'omar-sh',
        at: 29.4,
        text: 'عند عائلتي كانوا يضيفون الليمون المخلّل بدل التوت. كان طبّاخ المقصف في الخمسينات صديق جدّي، وكانا يتجادلان على هذا كل خميس 😂',
        replies: [
          {
            key: 'canteen-13',
            by: 'marguerite-s',
            at: 31.2,
            text:
              'I used the translate button. Preserved lemon instead of the gooseberries, and they argued about it every Thursday! That explains a page ' +
              'in my aunt\'s notebook which just says "NO LEMON" underlined three times.',
            replies: [
              { key: 'canteen-14', by: 'omar-sh', at: 33.7, text: '😂😂 هذا جدّي بالتأكيد' },
              {
                key: 'canteen-15',
                by: 'samir-k',
                at: 35.8,
                text: "I can confirm as a third party: with preserved lemon it is better. I'm prepared to be banned.",
                replies: [{ key: 'canteen-16', by: 'soup-spoon', at: 36.9, text: 'Not banned. Invited. Bring the lemons.' }],
              },
            ],
          },
        ],
      },
      {
        key: 'canteen-17',
        by: 'custard-first',
        at: 60.8,
        text: "all this and nobody's mentioned the custard",
        decision: { kind: 'approve', by: 'mara', after: 5.4 },
      },
      {
        key: 'canteen-18',
        by: 'soup-spoon',
        at: 122.4,
        text:
          'Report from Sunday: eleven strangers, two pots (one of each kind), no ladle injuries. Hal told the potato story, with potatoes. Photo is on ' +
          'its way to the newsroom.',
        decision: { kind: 'approve', by: 'teo', after: 3.3 },
        replies: [
          {
            key: 'canteen-19',
            by: 'hal-oystermann',
            at: 123.9,
            text: 'I dropped one. The saucepan was at fault.',
            decision: { kind: 'approve', by: 'teo', after: 2 },
          },
        ],
      },
    ],
  },
]
