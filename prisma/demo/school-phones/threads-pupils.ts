import type { DemoComment } from '../types'

/** Pupils, parents and a grandmother. */
export const pupils: DemoComment[] = [
  {
    key: 'pupils-01',
    by: 'finn-year-nine',
    at: 0.6,
    text: 'typing this from the toilet in period 2. enjoy it while it lasts gentlemen',
    decision: { kind: 'approve', by: 'teo', after: 0.2 },
    replies: [
      {
        key: 'pupils-02',
        by: 'mr-fennimore',
        at: 0.9,
        text: 'Finn, I teach you in period 2.',
        decision: { kind: 'approve', by: 'teo', after: 0.1 },
        replies: [
          {
            key: 'pupils-03',
            by: 'finn-year-nine',
            at: 1,
            text: 'there are loads of finns sir',
            decision: { kind: 'approve', by: 'teo', after: 0.05 },
            replies: [
              {
                key: 'pupils-04',
                by: 'mr-fennimore',
                at: 1.1,
                text: 'There is one who has been in the toilet since ten to ten.',
                decision: { kind: 'approve', by: 'teo', after: 0.1 },
                replies: [
                  {
                    key: 'pupils-05',
                    by: 'jaz-k',
                    at: 1.3,
                    text: "I'm crying 😭😭😭 RIP finn",
                    replies: [
                      {
                        key: 'pupils-06',
                        by: 'finn-year-nine',
                        at: 7.4,
                        text: 'update: double detention. the pouch is coming for us all',
                        replies: [{ key: 'pupils-07', by: 'dockside-dora', at: 7.9, text: 'Greatest thread since the croissant.' }],
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
    key: 'pupils-08',
    by: 'mum-of-three',
    at: 0.8,
    text: 'YES. Thank you. My eldest went to Tern Street during the trial and came home with an actual anecdote. About a person.',
    decision: { kind: 'approve', by: 'teo', after: 0.5 },
    replies: [
      {
        key: 'pupils-09',
        by: 'ada-t',
        at: 1.4,
        text: 'what was the anecdote',
        replies: [
          {
            key: 'pupils-10',
            by: 'mum-of-three',
            at: 1.7,
            text: "I've no idea, it was forty minutes long and involved a Kevin. But still!",
            decision: { kind: 'approve', by: 'teo', after: 0.3 },
          },
        ],
      },
      {
        key: 'pupils-11',
        by: 'northgate-mum',
        at: 2.2,
        text: "And how does she reach you when the bus doesn't come? Mine is 12 and changes at Central, I want her to have her phone.",
        decision: { kind: 'approve', by: 'teo', after: 0.8 },
        replies: [
          {
            key: 'pupils-12',
            by: 'mum-of-three',
            at: 2.6,
            text: "She has it on the bus, they get it back at the gate. It's only during school.",
            decision: { kind: 'approve', by: 'teo', after: 0.6 },
            replies: [
              {
                key: 'pupils-13',
                by: 'northgate-mum',
                at: 2.9,
                text: 'Ah, I\'d read it as "stays there overnight". OK then I\'m half in favour.',
                edits: [{ text: 'Ah, Id read it as "stays there over night". Then I\'m for it.', until: 3.3 }],
                decision: { kind: 'approve', by: 'teo', after: 0.6 },
              },
            ],
          },
        ],
      },
    ],
  },
  {
    key: 'pupils-14',
    by: 'grumpy-gran',
    at: 9.4,
    text: "We had no phones and look how well we turned out. (I'm typing this under the table at my granddaughter's birthday dinner.)",
    decision: { kind: 'approve', by: 'teo', after: 0.7 },
    replies: [
      {
        key: 'pupils-15',
        by: 'sixth-form-sal',
        at: 9.6,
        text: 'gran????',
        replies: [{ key: 'pupils-16', by: 'grumpy-gran', at: 9.7, text: 'Eat your cake, Sally.' }],
      },
    ],
  },
  {
    key: 'pupils-17',
    by: 'sixth-form-sal',
    at: 4.2,
    text: '18 years old, can vote, can drive, may sign a contract for the phone. Not trusted to have it in a bag. 👍',
    decision: { kind: 'approve', by: 'mara', after: 0.4 },
    replies: [
      {
        key: 'pupils-18',
        by: 'moth-ball',
        at: 4.6,
        text:
          '"A solution by people who answer e-mails during meetings" is the best line any council has produced in this city for years. Put the pupils in ' +
          'the town hall and the pouches too.',
        decision: { kind: 'approve', by: 'mara', after: 0.3 },
      },
      {
        key: 'pupils-19',
        by: 'old-boy',
        at: 4.9,
        text: "Welcome to rules, snowflake. Try the army. You lot couldn't survive a lunch break without your little screens",
        reports: [{ reason: 'abuse', at: 5.6, by: 'mum-of-three' }],
        decision: { kind: 'uncivil', uncivilKind: 'condescension', by: 'mara', after: 0.9 },
        replies: [
          {
            key: 'pupils-20',
            by: 'sixth-form-sal',
            at: 5,
            text: "you're commenting on a news site at two in the afternoon on a weekday grandad who's addicted",
            reports: [{ reason: 'abuse', at: 6.2, by: 'old-boy', note: 'I am not her grandad' }],
            replies: [
              { key: 'pupils-21', by: 'jaz-k', at: 5.8, text: '🔥🔥🔥🔥' },
              {
                key: 'pupils-22',
                by: 'old-boy',
                at: 6.1,
                text: 'Cheeky little madam. Did your mother not teach you any manners or was she on the phone as well',
                replies: [
                  { key: 'pupils-23', by: 'mum-of-three', at: 6.6, text: "Leave people's mothers out of it. She's a pupil, you're a grown man. Allegedly." },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
]
