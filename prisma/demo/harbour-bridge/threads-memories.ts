import type { DemoComment } from '../types'

/** Families of a catcher and of a painter. */
export const memories: DemoComment[] = [
  {
    key: 'memories-01',
    by: 'hal-oystermann',
    at: 1.9,
    text:
      "My father was a catcher on the northern half. He was nineteen. He always said that the heater didn't throw the rivet *to* you but to where you'd " +
      "be if you weren't afraid. When I was a boy he used to do it with potatoes in the kitchen, my mother with the saucepan.\n\n" +
      "He's on the photograph in the town museum, second from the left, the one who isn't looking into the camera because somebody, he said, was about " +
      'to throw.',
    decision: { kind: 'approve', by: 'mara', after: 0.6 },
    replies: [
      {
        key: 'memories-02',
        by: 'tobias-author',
        at: 3.4,
        text:
          'Hal, this is wonderful. May I get in touch? I know the photograph well, and the museum has all four names but not in the right order. If your ' +
          'father is second from the left, then we finally know who the other three are.',
        decision: { kind: 'approve', by: 'mara', after: 0.2 },
        replies: [
          {
            key: 'memories-03',
            by: 'hal-oystermann',
            at: 5.2,
            text: "By all means, I'm in the telephone book. I believe I'm the last one.",
            decision: { kind: 'approve', by: 'mara', after: 0.9 },
            replies: [
              {
                key: 'memories-04',
                by: 'dockside-dora',
                at: 6,
                text: 'Last Oystermann or last person in the telephone book?',
                replies: [{ key: 'memories-05', by: 'hal-oystermann', at: 21.5, text: 'Both, I fear.', decision: { kind: 'approve', by: 'teo', after: 0.2 } }],
              },
            ],
          },
        ],
      },
      {
        key: 'memories-06',
        by: 'rivet-head',
        at: 4.8,
        text:
          '"To where you\'d be if you weren\'t afraid." I restore old steel for a living and am going to paint that on the workshop wall. With your ' +
          'permission, and with his name under it.',
        decision: { kind: 'approve', by: 'mara', after: 1.1 },
        replies: [
          {
            key: 'memories-07',
            by: 'hal-oystermann',
            at: 21.9,
            text: "Edvin Oystermann, 1910 to 1988. He'd have said you spelled something wrong.",
            decision: { kind: 'approve', by: 'teo', after: 0.4 },
          },
        ],
      },
      {
        key: 'memories-08',
        by: 'marisol-v',
        at: 7.7,
        text:
          'My grandparents were "married by timetable"! She in Saltmarket, he on the island. When the bridge opened he proposed a second time, he said ' +
          'the first had been under duress of the ferry.',
        decision: { kind: 'approve', by: 'mara', after: 2.3 },
        replies: [
          {
            key: 'memories-09',
            by: 'lorcan-d',
            at: 9.5,
            text: 'Did she say yes the second time?',
            replies: [{ key: 'memories-10', by: 'marisol-v', at: 10.2, text: 'She said "let me look at the timetable". 💛' }],
          },
        ],
      },
    ],
  },
  {
    key: 'memories-11',
    by: 'bridge-painter',
    at: 5.9,
    text:
      'My mother painted it for thirty-one years, nearly four full rounds. Every round she wrote the date of my birthday somewhere on the north arch, ' +
      "under the last coat but one. So I'm in there five times, if you count the one she did after she'd retired and wasn't supposed to be up there.",
    decision: { kind: 'approve', by: 'mara', after: 0.8 },
    replies: [
      {
        key: 'memories-12',
        by: 'gwen-a',
        at: 8.3,
        text: 'How did she get up there after retiring?',
        decision: { kind: 'approve', by: 'mara', after: 1.5 },
        replies: [{ key: 'memories-13', by: 'bridge-painter', at: 8.9, text: "She'd trained the man with the key 😇" }],
      },
      {
        key: 'memories-14',
        by: 'swatch',
        at: 10.8,
        text: 'What was the grey called? Ours at the workshop is sold as "Averhaven harbour" but older people always tell me it was greener.',
        decision: { kind: 'approve', by: 'mara', after: 4 },
        replies: [
          {
            key: 'memories-15',
            by: 'bridge-painter',
            at: 12.4,
            text:
              'Older people are right. Until the round of 1979 it had a chromate primer that pushed it to green. Officially it was "Grey 7". At home it ' +
              'was "Mum".',
            decision: { kind: 'approve', by: 'mara', after: 3.1 },
          },
        ],
      },
      {
        key: 'memories-16',
        by: 'thandi-n',
        at: 66.2,
        text: "I see the painters when I leave my shift. They always greet. Now I'll look for birthdays.",
        decision: { kind: 'approve', by: 'teo', after: 6.2 },
      },
    ],
  },
]
