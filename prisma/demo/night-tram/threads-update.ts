import type { DemoComment } from '../types'

/** A week later: the footnote is confirmed. */
export const update: DemoComment[] = [
  {
    key: 'update-01',
    by: 'ledgerline',
    at: 167.5,
    text:
      'Update, since somebody asked me by mail: the transport office has confirmed footnote 12 and says the 2.9 million "will be shown transparently in ' +
      'the daytime budget". Which is a yes.',
    decision: { kind: 'approve', by: 'mara', after: 1.1 },
    replies: [
      {
        key: 'update-02',
        by: 'bo-lundqvist',
        at: 168.9,
        text: 'Thanks for staying on it. Priya, if you read this: article please.',
        decision: { kind: 'approve', by: 'mara', after: 2.4 },
      },
      { key: 'update-03', by: 'monthly-pass', at: 171.2, text: 'So ticket prices in the daytime go up by 2.9 million and the night saved 4.5. Genius.' },
    ],
  },
]
