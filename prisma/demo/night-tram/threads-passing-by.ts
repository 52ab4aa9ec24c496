import type { DemoComment } from '../types'

/** One-liners, spam waves, and texts that look like code. */
export const passingBy: DemoComment[] = [
  {
    key: 'passing-by-01',
    by: 'dockside-dora',
    at: 0.3,
    text: "They took the tram home. After voting. THE TRAM. You couldn't make it up, they'd send it back for being too obvious.",
    decision: { kind: 'approve', by: 'mara', after: 0.1 },
    replies: [
      {
        key: 'passing-by-02',
        by: 'sofia-quill',
        at: 0.5,
        text: "The 00:06 from Town Hall Square. I was on it. Nobody met anybody's eyes for six stops.",
        decision: { kind: 'approve', by: 'mara', after: 0.05 },
        replies: [
          {
            key: 'passing-by-03',
            by: 'dockside-dora',
            at: 0.7,
            text: 'Please tell me that somebody rang the bell for no reason.',
            replies: [
              {
                key: 'passing-by-04',
                by: 'sofia-quill',
                at: 0.8,
                text: 'An elderly gentleman said, loudly, "Next stop, the opposition". I think about him a lot.',
              },
            ],
          },
        ],
      },
      { key: 'passing-by-05', by: 'bellringer', at: 1.2, text: 'At least they kept the ridership up. 1,357 that night.' },
    ],
  },
  {
    key: 'passing-by-06',
    by: 'earn-fast-01',
    at: 1.25,
    text: 'Work from home and earn more than the mayor!!! 4,800 crowns a week, no boss, no tram needed! Write to mandy@home-riches.example',
    decision: { kind: 'reject', reason: 'spam', by: 'mara', after: 0.02 },
  },
  {
    key: 'passing-by-07',
    by: 'earn-fast-02',
    at: 1.3,
    text: 'Work from home and earn more than the mayor!!! 4,900 crowns a week, no boss, no night tram needed!! Write to mandy2@home-riches.example',
    decision: { kind: 'reject', reason: 'spam', by: 'mara', after: 0.02 },
  },
  {
    key: 'passing-by-08',
    by: 'earn-fast-03',
    at: 26.6,
    text: 'Work from home & earn more than the mayor !!! 4.800 crowns each week , no boss . Write to mandy @ home-riches.example',
    reports: [{ reason: 'spam', at: 27.1, by: 'bo-lundqvist', note: 'third time' }],
  },
  {
    key: 'passing-by-09',
    by: 'eliska-r',
    at: 4.1,
    text: '<script>alert(1)</script> Sorry, testing whether the new comment box eats my posts. Actual comment: keep the tram, please.',
    replies: [
      {
        key: 'passing-by-10',
        by: 'dev-p',
        at: 4.55,
        text: "It doesn't eat it, I can read your script tag as text. As it should be. Someone in their IT department deserves cake.",
        replies: [{ key: 'passing-by-11', by: 'eliska-r', at: 4.7, text: 'Then I withdraw my suspicion and keep the tram.' }],
      },
    ],
  },
  { key: 'passing-by-12', by: 'wee-small-hours', at: 14.3, text: '😢' },
  {
    key: 'passing-by-13',
    by: 'lurker-no-more',
    at: 16.6,
    text:
      '<b>Bring it back</b> and [sign here](https://petition.example/n2) **before July** — 14,200 were not enough, apparently &amp; the board still has ' +
      'to answer. <img src=x onerror="alert(\'tram\')">',
    replies: [
      {
        key: 'passing-by-14',
        by: 'tramfan-62',
        at: 17,
        text: 'Your formatting has derailed, but the link is the right one: the regional board does take individual submissions until 15 July.',
      },
    ],
  },
  {
    key: 'passing-by-15',
    by: 'cheap-watches',
    at: 37.5,
    text: 'LUXURY TIMEPIECES 90% OFF!! Never miss your night bus again >>> best-timepieces-4u.example',
    reports: [{ reason: 'spam', at: 38.2, by: 'dev-p' }],
    decision: { kind: 'reject', reason: 'spam', by: 'teo', after: 1.4 },
  },
  {
    key: 'passing-by-16',
    by: 'olu-b',
    at: 48.3,
    text:
      'The tram drivers deserve a word. When my bag was stolen last winter the driver stopped at Saltmarket, called the police, then gave me his own ' +
      "gloves. I've never found out his name. If it was you, thirdrail, thank you, and the gloves are washed.",
    decision: { kind: 'approve', by: 'mara', after: 2.9 },
    replies: [
      {
        key: 'passing-by-17',
        by: 'third-rail',
        at: 49.9,
        text: "wasn't me, that'll have been Anselm. He gives everyone his gloves. I'll tell him tonight",
        replies: [
          {
            key: 'passing-by-18',
            by: 'olu-b',
            at: 50.8,
            text: 'Then please tell Anselm that I have them in my bag every night, just in case.',
            replies: [{ key: 'passing-by-19', by: 'third-rail', at: 66.1, text: 'Told him. Big man, had to look out of the window for a bit' }],
          },
        ],
      },
    ],
  },
]
