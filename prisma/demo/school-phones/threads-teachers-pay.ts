import type { DemoComment } from '../types'

/** The drift into teachers' pay. */
export const teachersPay: DemoComment[] = [
  {
    key: 'teachers-pay-01',
    by: 'chalkdust',
    at: 2.3,
    text: "410,000 for pouches, and I've been buying my own whiteboard pens since 2016. Good morning from the lower end of the pay scale.",
    decision: { kind: 'off_topic', by: 'teo', after: 0.9 },
    replies: [
      {
        key: 'teachers-pay-02',
        by: 'staffroom-kettle',
        at: 2.7,
        text: "Pens! Look at the aristocracy. We share one. It's blue-ish.",
        decision: { kind: 'off_topic', by: 'teo', after: 0.5 },
        replies: [{ key: 'teachers-pay-03', by: 'chalkdust', at: 3.3, text: "We've a dry one you could have." }],
      },
      {
        key: 'teachers-pay-04',
        by: 'a-taxpayer',
        at: 3.1,
        text: "Teachers have thirteen weeks of holiday and a pension. If you're badly paid get a real job.",
        reports: [{ reason: 'abuse', at: 4, by: 'chalkdust' }],
        decision: { kind: 'uncivil', uncivilKind: 'condescension', by: 'teo', after: 1.2 },
        replies: [
          {
            key: 'teachers-pay-05',
            by: 'staffroom-kettle',
            at: 3.5,
            text: 'I had 31 hours of marking in last week\'s "holiday". Come and hold year 8 on a wet Friday, and we\'ll see who needs a real job.',
            replies: [
              {
                key: 'teachers-pay-06',
                by: 'a-taxpayer',
                at: 3.7,
                text: "You knit worksheets for children, don't act like you're down a mine. Lazy, whining lot the whole profession",
                reports: [{ reason: 'hate', at: 4.4, by: 'staffroom-kettle', note: '"the whole profession"' }],
                replies: [
                  {
                    key: 'teachers-pay-07',
                    by: 'ms-abernathy',
                    at: 10.6,
                    text: "I've had three teachers leave since Christmas, for the ferry company, a bank and a llama farm. The llama farm pays best.",
                    replies: [
                      {
                        key: 'teachers-pay-08',
                        by: 'llama-drama',
                        at: 11.2,
                        text: "There's a llama farm?? Is it hiring",
                        replies: [{ key: 'teachers-pay-09', by: 'chalkdust', at: 16.9, text: 'Asking for the whole staffroom' }],
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
        key: 'teachers-pay-10',
        by: 'ledgerline',
        at: 12.6,
        text:
          "Starting pay for teachers has risen by 9 per cent since 2016, and prices by 27. That's the argument, and it doesn't need llamas. (Though I " +
          "wouldn't say no.)",
        replies: [
          {
            key: 'teachers-pay-11',
            by: 'staffroom-kettle',
            at: 17.8,
            text: 'Would you come and do our next pay talks please? We can offer you half a blue-ish pen.',
          },
        ],
      },
      { key: 'teachers-pay-12', by: 'uncle-rashid', at: 29.1, text: "what's a starter on these days, honestly? my niece is thinking about it" },
    ],
  },
]
