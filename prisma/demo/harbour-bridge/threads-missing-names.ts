import type { DemoComment } from '../types'

/** Oona Brask, the air pressure and two names that the plaque left out. */
export const missingNames: DemoComment[] = [
  {
    key: 'missing-names-01',
    by: 'j-mwangi',
    at: 9.8,
    text:
      'A question to the author: do we know anything more about Oona Brask? "Is said to have been allowed to strike it with a hammer" is doing a lot of ' +
      'work in that sentence.',
    decision: { kind: 'approve', by: 'mara', after: 5.5 },
    replies: [
      {
        key: 'missing-names-02',
        by: 'tobias-author',
        at: 26,
        text:
          'Frustratingly little. Born 1904 or 1906, came as a cook\'s help in 1927, on the payroll as "heater, O. Brask" from May 1929 (with initials ' +
          "only, which may not have been an accident). After 1931 there is a tobacconist's licence in that name on Tern Street, and then nothing.",
        decision: { kind: 'approve', by: 'teo', after: 0.7 },
        replies: [
          {
            key: 'missing-names-03',
            by: 'gwen-a',
            at: 27.6,
            text:
              "There was a tobacconist's on Tern Street well into the sixties. A tall woman with burn scars on her forearms. We children thought she had " +
              'been a pirate. She gave the wrong change, always in your favour.',
            decision: { kind: 'approve', by: 'teo', after: 1.4 },
            replies: [
              {
                key: 'missing-names-04',
                by: 'tobias-author',
                at: 28.3,
                text: "Gwen. GWEN. Please don't go anywhere. I'm going to ring you up.",
                decision: { kind: 'approve', by: 'teo', after: 1.1 },
                replies: [
                  {
                    key: 'missing-names-05',
                    by: 'j-mwangi',
                    at: 29.9,
                    text: "I'm so happy I asked.",
                    replies: [{ key: 'missing-names-06', by: 'beatriz-c', at: 32.8, text: "This is what comment sections were invented for, isn't it?" }],
                  },
                ],
              },
            ],
          },
          {
            key: 'missing-names-07',
            by: 'eliska-r',
            at: 98.7,
            text:
              'Parish register of St Brannoc, baptisms 1906, no. 44: "Oona, d. of Jens Brask, stoker, and Wilhelmine". So it is 1906. It\'s digitised, I ' +
              'was looking for somebody else entirely.',
            decision: { kind: 'approve', by: 'mara', after: 2.2 },
          },
        ],
      },
    ],
  },
  {
    key: 'missing-names-08',
    by: 'hard-hat-harry',
    at: 34.3,
    text:
      'Engineers\' nitpick: compressed air at 19 m of water is close to 2.9 bar absolute, so "more than twice" is kind to it. Nearly three times. The ' +
      'heat came from the compressors, nobody cooled the air in those days.',
    decision: { kind: 'approve', by: 'teo', after: 6.1 },
    replies: [
      {
        key: 'missing-names-09',
        by: 'tobias-author',
        at: 47.7,
        text: 'Corrected in the online text with thanks: it\'ll say "almost three times".',
        decision: { kind: 'approve', by: 'mara', after: 0.8 },
        replies: [
          {
            key: 'missing-names-10',
            by: 'inga-f',
            at: 49.2,
            text: '> it\'ll say "almost three times"\nI do like a newspaper that says where it\'s been wrong. Could we have that for the politics section?',
            decision: { kind: 'approve', by: 'mara', after: 4.6 },
          },
        ],
      },
    ],
  },
  {
    key: 'missing-names-11',
    by: 'fred-99',
    at: 12.2,
    text: '31 dead and you write it up like a fairy tale. typical lantern. no responsibility named, no company named, and at the end somebody is painting',
    reports: [{ reason: 'other', at: 14.2, by: 'bridge-painter', note: 'My grandfather is one of the 31. I mind the tone, not the point' }],
    decision: { kind: 'approve', by: 'mara', after: 6.9 },
    replies: [
      {
        key: 'missing-names-12',
        by: 'inga-f',
        at: 13,
        text: "It does name them, rather: the directors who wouldn't pay for a cylinder. I thought that the doctor was the angriest sentence in it.",
        decision: { kind: 'approve', by: 'mara', after: 8.2 },
      },
      {
        key: 'missing-names-13',
        by: 'quiet-carriage',
        at: 23.7,
        text:
          "I think there's something in that, though. A list of the thirty-one would have been worth the space. There's a plaque on the north side, with " +
          'twenty-nine.',
        decision: { kind: 'approve', by: 'mara', after: 0.8 },
        replies: [
          {
            key: 'missing-names-14',
            by: 'tobias-author',
            at: 25.6,
            text:
              "You're right, both of you. Two were left off in 1931 because they died in hospital after the opening. The names: Karl Mehnert and Hassan " +
              "Abdelrahim. I've asked the city whether that can be mended.",
            decision: { kind: 'approve', by: 'teo', after: 0.3 },
            replies: [
              {
                key: 'missing-names-15',
                by: 'layla-h',
                at: 44.4,
                text:
                  'حسن عبد الرحيم كان غوّاصًا من الإسكندرية، وعائلتنا تعرف قصته. جدّتي كانت تقول إنه كان يعرف الميناء بيديه لا بعينيه. شكرًا لأنكم ذكرتم ' +
                  'اسمه، لم يذكره أحد من قبل.',
                decision: { kind: 'approve', by: 'mara', after: 5 },
                replies: [
                  {
                    key: 'missing-names-16',
                    by: 'tobias-author',
                    at: 47.1,
                    text:
                      'A reader in the office has translated this for me: that he knew the harbour by hand and not by eye, and that nobody had mentioned ' +
                      "his name before. I can't think of a better reason for having written this. Thank you.",
                    decision: { kind: 'approve', by: 'mara', after: 0.9 },
                  },
                  {
                    key: 'missing-names-17',
                    by: 'yusuf-r',
                    at: 55.2,
                    text: 'رحمه الله. أقترح أن تُضاف لوحة صغيرة بالعربية أيضًا بجانب الأسماء الأخرى.',
                    decision: { kind: 'approve', by: 'mara', after: 8.8 },
                    replies: [
                      {
                        key: 'missing-names-18',
                        by: 'quiet-carriage',
                        at: 73.6,
                        text: "I've just translated that: a small plaque in Arabic beside the other names. Yes. Where do we sign?",
                        decision: { kind: 'approve', by: 'mara', after: 4 },
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
]
