import type { DemoComment } from '../types'

/** Puns, magnets and chewed pouches. */
export const jokes: DemoComment[] = [
  {
    key: 'jokes-01',
    by: 'dad-jokes-only',
    at: 0.5,
    text: "I hear the pupils' council found it a tough cell. (I'm only on my first coffee, it'll get worse.)",
    decision: { kind: 'approve', by: 'teo', after: 0.1 },
    replies: [
      {
        key: 'jokes-02',
        by: 'petra-w',
        at: 0.7,
        text: "Please don't.",
        decision: { kind: 'approve', by: 'teo', after: 0.05 },
        replies: [
          {
            key: 'jokes-03',
            by: 'dad-jokes-only',
            at: 0.8,
            text: "You might say I've been... pouched out of shape.",
            decision: { kind: 'approve', by: 'teo', after: 0.2 },
            replies: [{ key: 'jokes-04', by: 'petra-w', at: 1, text: "I'd like a magnet for this comment section." }],
          },
        ],
      },
    ],
  },
  {
    key: 'jokes-05',
    by: 'nokia-forever',
    at: 0.9,
    text: "Mine's 22 years old, has no internet and will break your magnet.",
    decision: { kind: 'approve', by: 'teo', after: 0.3 },
  },
  {
    key: 'jokes-06',
    by: 'tech-bro-tim',
    at: 1.5,
    text: 'Any magnet from a bicycle lamp opens those pouches. I give it until 18 August, 9:15.',
    decision: { kind: 'approve', by: 'teo', after: 0.4 },
    replies: [
      {
        key: 'jokes-07',
        by: 'finn-year-nine',
        at: 1.55,
        text: 'go on',
        decision: { kind: 'approve', by: 'teo', after: 0.2 },
        replies: [
          {
            key: 'jokes-08',
            by: 'mr-fennimore',
            at: 1.6,
            text: 'Finn.',
            decision: { kind: 'approve', by: 'teo', after: 0.1 },
            replies: [{ key: 'jokes-09', by: 'finn-year-nine', at: 1.65, text: 'sorry sir' }],
          },
        ],
      },
      {
        key: 'jokes-10',
        by: 'chalkdust',
        at: 3,
        text: "We've had two since January and neither was opened. Fourteen were eaten, however. (Sewn at the corner. Year 7 chews.)",
      },
    ],
  },
]
