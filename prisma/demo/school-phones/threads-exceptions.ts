import type { DemoComment } from '../types'

/** Insulin, interpreting, the green pouch, and a first comment. */
export const exceptions: DemoComment[] = [
  {
    key: 'exceptions-01',
    by: 'viv-l',
    at: 8.8,
    text:
      "> Exceptions are planned for pupils who need a device for medical reasons\nInsulin pump parent here. My son's sensor talks to his phone. That " +
      "sentence sounds good and in practice means a form, a doctor's note, a second form, and a supply teacher who hasn't heard of it. I'm for the rule. " +
      'Please just tell me who to ring on the day that it goes wrong.',
    decision: { kind: 'approve', by: 'mara', after: 0.5 },
    replies: [
      {
        key: 'exceptions-02',
        by: 'ms-abernathy',
        at: 10.4,
        text:
          'Deputy head at one of the two trial schools. We gave the seven pupils concerned a green pouch without a lock, and every teacher has the list ' +
          "on the first page of the register. It's taken one awkward week and no forms at all. Insist on the green pouch. It works.",
        decision: { kind: 'approve', by: 'mara', after: 0.3 },
        replies: [{ key: 'exceptions-03', by: 'viv-l', at: 10.9, text: "I've just exhaled for the first time since breakfast. GREEN POUCH. Thank you." }],
      },
      {
        key: 'exceptions-04',
        by: 'hamza-t',
        at: 13.7,
        text:
          'Same with interpreting: my cousin came here in the autumn and her phone is how she understands chemistry. The exception is in the text, good. ' +
          "But half the class will find out why she's got one.",
        decision: { kind: 'approve', by: 'mara', after: 0.9 },
        replies: [
          {
            key: 'exceptions-05',
            by: 'ms-abernathy',
            at: 15.2,
            text:
              "That's the weak point, I won't pretend otherwise. We hand out a few green pouches to others too (first aiders, the lighting crew), so " +
              "that green doesn't mean one thing. It isn't perfect.",
          },
        ],
      },
    ],
  },
  {
    key: 'exceptions-06',
    by: 'first-post-phil',
    at: 27.4,
    text: 'First comment here, hello. Do the teachers lock theirs away too? 🤔',
    decision: { kind: 'approve', by: 'mara', after: 0.6 },
    replies: [
      { key: 'exceptions-07', by: 'finn-year-nine', at: 28, text: 'THIS' },
      { key: 'exceptions-08', by: 'ms-abernathy', at: 30.3, text: 'At ours, yes, apart from two. It was the harder negotiation by far.' },
      { key: 'exceptions-09', by: 'kofi-m', at: 42.3, text: 'Asking the important questions on day one, Phil.' },
    ],
  },
]
