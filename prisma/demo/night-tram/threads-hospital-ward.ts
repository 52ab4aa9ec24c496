import type { DemoComment } from '../types'

/** The night nurse and the number 311: worth featuring. */
export const hospitalWard: DemoComment[] = [
  {
    key: 'hospital-ward-01',
    by: 'nightnurse-b',
    at: 1.1,
    text:
      'I have taken the 00:52 from St Brannoc four nights a week for eleven years. I want to describe who is on it, since the committee seems to think ' +
      "it's nineteen drunks and a sleeping dog.\n\n" +
      'There is a man who cleans the operating theatres. Two of our porters. The woman from the laundry who knits. On Fridays the trainee midwives, who ' +
      "are so tired that somebody always has to wake them at Central. A baker going the other way who waves. We are nineteen people, yes. We're also the " +
      'nineteen people without whom there is no hospital in the morning.\n\n' +
      'With the new timetable I finish at 00:30, the N42 leaves at 00:28, and the next one is at 01:08. So I can wait 38 minutes at a stop without a ' +
      'shelter, or I can leave my ward before handover. I would like Ms Sand to tell me which.',
    decision: { kind: 'approve', by: 'mara', after: 0.35 },
    replies: [
      {
        key: 'hospital-ward-02',
        by: 'mrs-tan',
        at: 1.6,
        text: 'Thank you for writing this. My mother was on your ward in February and the night staff were the only people who had time to sit down with her.',
        decision: { kind: 'approve', by: 'mara', after: 0.2 },
      },
      {
        key: 'hospital-ward-03',
        by: 'tramfan-62',
        at: 1.9,
        text:
          'Small but important detail: the 00:28 is the departure from the turning loop behind the laundry. At the main entrance it is timetabled for ' +
          '00:31 (draft timetable, annex 4, page 17). So the draft gives you one minute from bedside to bus. Which is almost worse.',
        edits: [
          {
            text:
              'Small but important detail: the 00:28 is the departure from the turning loop behind the laundry. At the main entrance it is 00:33 (draft ' +
              'timetable, annex 4, page 17). So you would actually catch it.',
            until: 2.4,
          },
        ],
        decision: { kind: 'approve', by: 'mara', after: 0.8 },
        replies: [
          {
            key: 'hospital-ward-04',
            by: 'nightnurse-b',
            at: 2.2,
            text: "Annex 4 also assumes I walk through a wall. From ward 6 to that stop is nine minutes, I've timed it.",
            decision: { kind: 'approve', by: 'mara', after: 0.1 },
            replies: [
              { key: 'hospital-ward-05', by: 'tramfan-62', at: 2.6, text: 'Fair point, I had the old entrance in mind. Corrected above. Nine minutes it is.' },
            ],
          },
          { key: 'hospital-ward-06', by: 'ruairi-m', at: 3, text: '"Almost worse" is the story of this entire plan.' },
        ],
      },
      {
        key: 'hospital-ward-07',
        by: 'gridlock-gus',
        at: 2.7,
        text:
          "> We're also the nineteen people without whom there is no hospital in the morning.\nWith respect, nobody is closing the hospital. They're " +
          'changing the vehicle. My wife did nights for years and drove. It can be done.',
        decision: { kind: 'approve', by: 'teo', after: 1.2 },
        replies: [
          {
            key: 'hospital-ward-08',
            by: 'nightnurse-b',
            at: 3.1,
            text:
              "A parking permit at St Brannoc costs 84 crowns a month and there's a waiting list of two and a half years. I'm number 311 on it. I looked " +
              'this morning after my shift.',
            decision: { kind: 'approve', by: 'teo', after: 0.9 },
            replies: [
              {
                key: 'hospital-ward-09',
                by: 'gridlock-gus',
                at: 3.6,
                text: "OK, that I didn't know. 311 is absurd.",
                replies: [
                  { key: 'hospital-ward-10', by: 'nightnurse-b', at: 4.4, text: "Thank you for saying so. Honestly it's more than I got from my councillor." },
                ],
              },
              {
                key: 'hospital-ward-11',
                by: 'a-taxpayer',
                at: 4,
                text: 'So the hospital should build parking. Not my job to pay fourteen crowns every time somebody wants to go home.',
                decision: { kind: 'approve', by: 'teo', after: 2.5 },
                replies: [
                  {
                    key: 'hospital-ward-12',
                    by: 'kestrel',
                    at: 4.3,
                    text: "You do pay. A parking deck costs about 30,000 per space. I'd love to hear which of the two you'd like to complain about first.",
                    decision: { kind: 'approve', by: 'teo', after: 2.2 },
                    replies: [
                      {
                        key: 'hospital-ward-13',
                        by: 'a-taxpayer',
                        at: 4.5,
                        text: 'Neither. Revolutionary idea I know, people pay their own way',
                        replies: [
                          {
                            key: 'hospital-ward-14',
                            by: 'kestrel',
                            at: 4.7,
                            text: 'Says the man who drives to work on a road. Did you lay the asphalt yourself or did you have help?',
                            reports: [{ reason: 'off_topic', at: 6.1, by: 'a-taxpayer', note: 'this person follows me under every article' }],
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
        key: 'hospital-ward-15',
        by: 'anon-2090',
        at: 190.4,
        text: "Came here late, from a link in our staff chat. Ward 3 says hello, Bettina. All of this is true and the knitting lady's name is Paulina.",
      },
    ],
  },
]
