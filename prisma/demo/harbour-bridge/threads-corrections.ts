import type { DemoComment } from '../types'

/** Readers who know better and an author who answers. */
export const corrections: DemoComment[] = [
  {
    key: 'corrections-01',
    by: 'tramfan-62',
    at: 0.8,
    text:
      'Lovely article. Two small things. The steam ferry ran every twenty minutes, not every quarter of an hour (timetable of summer 1925, I have a ' +
      "copy), and the tram rails on the bridge, which you don't mention at all, were laid in 1933, so the deck had to be opened again two years after it " +
      'was finished.',
    decision: { kind: 'approve', by: 'mara', after: 0.4 },
    replies: [
      {
        key: 'corrections-02',
        by: 'tobias-author',
        at: 3.1,
        text:
          "Quarter of an hour in the mornings, every twenty minutes from nine. I'd shortened it away, mea culpa. The rails fell victim to the word limit " +
          "and I've been dreading this comment since Monday.",
        decision: { kind: 'approve', by: 'mara', after: 0.3 },
        replies: [
          {
            key: 'corrections-03',
            by: 'tramfan-62',
            at: 3.6,
            text: 'Then we are both satisfied. From nine is correct.',
            replies: [{ key: 'corrections-04', by: 'dockside-dora', at: 4.2, text: 'tramfan_62 satisfied?? Screenshot taken.' }],
          },
        ],
      },
    ],
  },
  {
    key: 'corrections-05',
    by: 'plinth',
    at: 2.6,
    text: '"For the only time in that century": the harbour froze in 1947 as well, surely? My grandmother skated.',
    decision: { kind: 'approve', by: 'mara', after: 1.4 },
    replies: [
      {
        key: 'corrections-06',
        by: 'tobias-author',
        at: 4.1,
        text:
          "The inner basin did, in 1947 and again in 1963. From shore to shore only in 1929. But I'll happily look at a photograph of your grandmother, " +
          'it would settle it either way.',
        decision: { kind: 'approve', by: 'mara', after: 0.6 },
        replies: [
          {
            key: 'corrections-07',
            by: 'plinth',
            at: 7,
            text: "She's standing in front of something that could be the customs house or a wardrobe. I withdraw the objection.",
            decision: { kind: 'approve', by: 'mara', after: 2 },
            replies: [
              {
                key: 'corrections-08',
                by: 'gwen-a',
                at: 8.1,
                text: "In '63 it was the inner basin, I can vouch for it. I fell in.",
                edits: [{ text: "In '63 it was the inner basin, I can vouch for that. I fell trough it.", until: 8.6 }],
                decision: { kind: 'approve', by: 'mara', after: 1.6 },
              },
            ],
          },
        ],
      },
    ],
  },
  {
    key: 'corrections-09',
    by: 'ledgerline',
    at: 6.6,
    text:
      "> Its cost had been put at 21 million crowns and came to 34.\nDo you know what the 13 million were? I ask because in the council's own accounts " +
      'of 1932 I only ever find nine of it.',
    decision: { kind: 'approve', by: 'mara', after: 1.8 },
    replies: [
      {
        key: 'corrections-10',
        by: 'tobias-author',
        at: 25,
        text:
          'Four of the thirteen were the ice winter (idle gangs, new cables), five the foundations, and the last four, I\'m afraid, are "sundry". If you ' +
          "ever find out what sundry was, I'll write the article and you get the byline.",
        decision: { kind: 'approve', by: 'teo', after: 0.5 },
        replies: [
          {
            key: 'corrections-11',
            by: 'ledgerline',
            at: 26.4,
            text: 'Sundry is always lunch.',
            replies: [
              {
                key: 'corrections-12',
                by: 'soup-spoon',
                at: 29,
                text: "In this case quite literally! The dock canteen was run by the bridge company and fed 900 people a day. I've seen the order books.",
              },
            ],
          },
        ],
      },
    ],
  },
]
