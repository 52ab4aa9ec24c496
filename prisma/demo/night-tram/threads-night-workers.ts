import type { DemoComment } from '../types'

/** Bakers, guards, cleaners and what feeling safe means. */
export const nightWorkers: DemoComment[] = [
  {
    key: 'night-workers-01',
    by: 'baker-at-three',
    at: 2.05,
    text:
      "I'm the baker. I wave.\n\n" +
      "Start at three in Saltmarket, so I'm on the 02:21 from Northgate. Used to be every twenty minutes and you could oversleep one. Since it went to " +
      'forty, oversleeping one means no rolls for four cafes and the school on Tern Street. Of course people stopped taking it. My two colleagues bought ' +
      'a car between them, and it stands in Saltmarket on the pavement, which is then in this paper as the Parking Scandal.',
    decision: { kind: 'approve', by: 'mara', after: 0.15 },
    replies: [
      {
        key: 'night-workers-02',
        by: 'nightnurse-b',
        at: 2.3,
        text: "You're real! We had a theory you were a policeman.",
        decision: { kind: 'approve', by: 'mara', after: 0.05 },
        replies: [
          {
            key: 'night-workers-03',
            by: 'baker-at-three',
            at: 13.2,
            text: "It's the white jacket. Come by at half past five, back door, there's always something that came out the wrong shape.",
            replies: [
              {
                key: 'night-workers-04',
                by: 'dockside-dora',
                at: 13.6,
                text: 'I have been reading local news online for fifteen years and this is the first time the comments have produced a croissant.',
                replies: [{ key: 'night-workers-05', by: 'crumb', at: 14, text: 'Abolish the council, keep the thread.' }],
              },
            ],
          },
        ],
      },
      {
        key: 'night-workers-06',
        by: 'j-mwangi',
        at: 3.4,
        text:
          'This is exactly the point Abara was making and it deserves more than one paragraph in the article. Frequency is freedom, as some planner once ' +
          'said. Below a certain frequency a line stops being a line and becomes an appointment.',
        decision: { kind: 'approve', by: 'mara', after: 0.6 },
        replies: [
          {
            key: 'night-workers-07',
            by: 'ledgerline',
            at: 5.2,
            text:
              "There's decent evidence for that, but it isn't unlimited. Halving the frequency usually costs you somewhere between a third and a half of " +
              "the passengers. Here it's two thirds. Something else happened too: home working, bars closing at one, two ferry companies ending their " +
              "night sailings. I'd say Abara is half right, which for the council is a good evening.",
            decision: { kind: 'approve', by: 'mara', after: 0.4 },
            replies: [
              {
                key: 'night-workers-08',
                by: 'j-mwangi',
                at: 5.9,
                text: "Half right and cut short at Saltmarket two nights a week, don't forget. You can't ride a tram to a hospital it doesn't reach.",
                replies: [{ key: 'night-workers-09', by: 'ledgerline', at: 6.3, text: "True, I'd left that out. Then perhaps two thirds right." }],
              },
            ],
          },
        ],
      },
    ],
  },
  {
    key: 'night-workers-10',
    by: 'thandi-n',
    at: 8.7,
    text:
      'Security guard at the container terminal, 22 to 04. The N42 "reaches the terminal only between four and five, for the early shift". So it brings ' +
      "the early shift IN. Nobody has thought that the early shift is replacing somebody, and that somebody is me, and I'd like to go home. The bus that " +
      'brings them leaves empty at 04:05. I clock out at 04:15.',
    decision: { kind: 'approve', by: 'teo', after: 0.8 },
    replies: [
      {
        key: 'night-workers-11',
        by: 'kettle-islander',
        at: 9.4,
        text:
          "Write to Eglund. Seriously. She's our councillor, she voted against her own group, she reads her mail herself. " +
          'marta.eglund@averhaven-council.example',
        decision: { kind: 'approve', by: 'teo', after: 0.5 },
        replies: [
          {
            key: 'night-workers-12',
            by: 'thandi-n',
            at: 16.8,
            text:
              "Did it. Got an answer in forty minutes, at eleven at night. She is going to ask for the departure to be moved to 04:25. I'm not easily " +
              'impressed but there you are.',
            replies: [{ key: 'night-workers-13', by: 'saoirse-v', at: 17.5, text: '👏' }],
          },
        ],
      },
      {
        key: 'night-workers-14',
        by: 'olu-b',
        at: 26.3,
        text:
          "Same for the cleaners in the customs building, we are six. We finish at four. I don't normally comment on anything but please add us to the " +
          'list if someone keeps a list.',
        decision: { kind: 'approve', by: 'mara', after: 3.4 },
        replies: [
          {
            key: 'night-workers-15',
            by: 'thandi-n',
            at: 40.2,
            text: "I do now. That's 6 + 11 of us + 4 crane maintenance = 21 people. Nineteen my foot.",
            edits: [{ text: 'I do now. Thats 6 + 11 of us = 17 people.', until: 41 }],
          },
        ],
      },
    ],
  },
  {
    key: 'night-workers-16',
    by: 'nadia-el',
    at: 20.6,
    text:
      "What I miss in the debate is safety, and I mean how it feels. I wear a headscarf and I work late. On the tram there's light, there is a driver, " +
      "there are cameras and there's the knitting lady. At a bus stop on the ring road at one in the morning there is me. I've nothing against buses. I " +
      'have something against waiting 38 minutes for one.',
    decision: { kind: 'approve', by: 'mara', after: 5.8 },
    replies: [
      {
        key: 'night-workers-17',
        by: 'pipistrelle',
        at: 21.3,
        text:
          "As a gay man who has had to run for that tram once or twice: yes. Lit, staffed, on rails, and it always comes to the same place. I'm sorry " +
          "that this isn't in anybody's spreadsheet.",
        decision: { kind: 'approve', by: 'mara', after: 5.2 },
      },
      {
        key: 'night-workers-18',
        by: 'fred-99',
        at: 21.9,
        text: 'oh here we go. cant close a tram anymore without somebody being oppressed',
        reports: [{ reason: 'hate', at: 22.4, by: 'pipistrelle' }],
        replies: [
          {
            key: 'night-workers-19',
            by: 'pipistrelle',
            at: 22.2,
            text: 'I said I was glad of the light, mate. Nobody needs you to be in charge of what that means.',
          },
        ],
      },
      {
        key: 'night-workers-20',
        by: 'stage-door-dad',
        at: 205.3,
        text:
          "My daughter (17) takes it home from the theatre. We've already told her she'll have to stop in September. That's one passenger \"who lost " +
          'interest".',
      },
    ],
  },
]
