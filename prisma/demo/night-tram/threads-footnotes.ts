import type { DemoComment } from '../types'

/** The committee paper, read closely. */
export const footnotes: DemoComment[] = [
  {
    key: 'footnotes-01',
    by: 'ledgerline',
    at: 3.3,
    text:
      "I went through the committee paper so that you don't have to. Three things worth knowing.\n\n" +
      "1. The 13.80 per boarding includes a share of depot, overhead line and track. Those don't disappear at night when the line does: about 2.9 of the " +
      '6.8 million is simply moved to the daytime accounts. The paper says so, in footnote 12.\n\n' +
      "2. The buses at 2.3 million assume that the drivers come from the existing pool. Retraining isn't in there.\n\n" +
      "3. The Quay Street bend (3.1 million) has to be replaced anyway, because the N2 isn't the only thing that uses it: so do the depot runs of lines " +
      '4 and 7.\n\n' +
      "So the honest saving is nearer 1.5 million than 4.5. That may still be a good reason. But it's a different reason.",
    decision: { kind: 'approve', by: 'mara', after: 0.5 },
    replies: [
      {
        key: 'footnotes-02',
        by: 'tramfan-62',
        at: 3.7,
        text: 'Can confirm no. 3. Lines 4 and 7 run empty through that bend eleven times a night. The squeal stays. I hope somebody tells Quay Street gently.',
        decision: { kind: 'approve', by: 'mara', after: 0.3 },
        replies: [
          {
            key: 'footnotes-03',
            by: 'saltmarket-resident',
            at: 4.9,
            text: "Excuse me WHAT. We were told at the residents' evening that it would be quiet from September.",
            decision: { kind: 'approve', by: 'mara', after: 1.9 },
            replies: [
              {
                key: 'footnotes-04',
                by: 'tramfan-62',
                at: 5.1,
                text: "By whom, if I may ask? Depot runs are in the working timetable. It isn't secret, it's only boring.",
                replies: [
                  {
                    key: 'footnotes-05',
                    by: 'saltmarket-resident',
                    at: 5.4,
                    text: 'By Ms Sand. In person. With slides.',
                    replies: [
                      {
                        key: 'footnotes-06',
                        by: 'dockside-dora',
                        at: 5.6,
                        text: 'Not the slides 😬',
                        replies: [{ key: 'footnotes-07', by: 'saltmarket-resident', at: 6, text: 'There was a slide with a sleeping cat on it.' }],
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
        key: 'footnotes-08',
        by: 'a-taxpayer',
        at: 4.2,
        text:
          'Typical. Somebody finally saves money and an armchair accountant comes along and proves that saving is spending. You must be a hoot at ' +
          'parties, or do you only go to those with a footnote?',
        decision: { kind: 'uncivil', uncivilKind: 'mockery', by: 'teo', after: 3.1 },
        replies: [
          {
            key: 'footnotes-09',
            by: 'ledgerline',
            at: 4.8,
            text: "I am an accountant, and I'm in an armchair. Footnote 12 remains where it is.",
            decision: { kind: 'approve', by: 'teo', after: 2.6 },
            replies: [
              { key: 'footnotes-10', by: 'moth-ball', at: 5.3, text: '10/10, no notes. Well. One footnote.' },
              {
                key: 'footnotes-11',
                by: 'a-taxpayer',
                at: 5.5,
                text: 'You clearly have never run so much as a lemonade stand. Let the grown ups do the budget',
                reports: [{ reason: 'abuse', at: 6.4, by: 'ledgerline', note: 'Not hurt, just tired of it' }],
                decision: { kind: 'uncivil', uncivilKind: 'condescension', by: 'teo', after: 2.1 },
              },
            ],
          },
        ],
      },
      {
        key: 'footnotes-12',
        by: 'bo-lundqvist',
        at: 28.8,
        text: "The author might ask the transport office about footnote 12? I'd read that article.",
        decision: { kind: 'approve', by: 'teo', after: 4.4 },
      },
      { key: 'footnotes-13', by: 'the-real-mayor', at: 33.1, text: 'I can confirm that I read all footnotes. I am also, as my name says, not the mayor.' },
    ],
  },
]
