import type { DemoComment } from '../types'

/** From the fourth day on: the long minute-taker, hidden characters, the hearing. */
export const aftermath: DemoComment[] = [
  {
    key: 'aftermath-01',
    by: 'gwen-a',
    at: 100.7,
    text:
      'I have attended, as a member of the public, every budget session of this council since 1983, and I should like to set down what I saw in this one ' +
      'before the minutes smooth it over. The session opened at half past six with the item on swimming baths, which was supposed to take a quarter of ' +
      'an hour and took seventy minutes because two members of the Civic Alliance had not been told that they were in agreement with one another. The ' +
      "tram was then called at ten to eight. Ms Sand spoke well. Mr Abara spoke better but for too long, and lost the gallery's attention about the time " +
      'he reached the tramways of other countries. Between nine and ten there was the business of the petition. I want to be fair about that. The ' +
      'deadline is a deadline; it has been in the standing orders since before I began to attend. But in 1997 the petition on the lido was handed in ' +
      "four days late and was debated all the same, on a simple motion by the chair, and nobody's roof fell in. The chair this time was asked to put " +
      'such a motion and said that he "did not see a need". That is when the shouting began. It was not, as I have read elsewhere, "a mob". It was ' +
      'perhaps thirty people, of whom a good number were in hospital uniforms, and one man with a tuba, for reasons that I was unable to establish. The ' +
      "chair rang his little bell, nobody could hear it, and in the end it was Ms Talvik of the drivers' union who stood on a bench and got the gallery " +
      'to sit down, in about four words. I mention it because the chair thanked "the ushers". There are no ushers; they were saved in 2014. What struck ' +
      'me most came at the end. After the vote the three who had abstained stayed in their seats while everybody else stood up, and none of them looked ' +
      'at the other two. I have seen a great many votes. People who are sure of themselves stand up.',
    edits: [
      {
        text:
          'I have attended, as a member of the public, every budget session of this council since 1983, and I should like to set down what I saw in this ' +
          'one before the minutes smooth it over. The session opened at half past',
        until: 100.9,
      },
      {
        text:
          'I have attended every budget session of this council since 1983, and I should like to set down what I saw in this one before the minutes ' +
          'smooth it over. It opened at half past six with the item on swimming baths. (Pressed the wrong button, the rest follows.)',
        until: 101.6,
      },
    ],
    decision: { kind: 'approve', by: 'teo', after: 8.9 },
    replies: [
      {
        key: 'aftermath-02',
        by: 'marguerite-s',
        at: 102.4,
        text: 'This is better than the minutes will be. Are you writing these down somewhere, Gwen?',
        replies: [
          {
            key: 'aftermath-03',
            by: 'gwen-a',
            at: 106,
            text: 'In exercise books. There are sixty-one of them. My niece calls it The Problem.',
            decision: { kind: 'approve', by: 'teo', after: 4.7 },
            replies: [
              {
                key: 'aftermath-04',
                by: 'mill-lane-archivist',
                at: 107.8,
                text: 'The city archive on Mill Lane would take them with a kiss on both cheeks, I used to work there.',
              },
            ],
          },
        ],
      },
      {
        key: 'aftermath-05',
        by: 'sofia-quill',
        at: 104.5,
        text: 'I can clear up the tuba. Brass band practice in the basement had been cancelled because of the session and he wanted to say so.',
        decision: { kind: 'approve', by: 'teo', after: 6.1 },
      },
    ],
  },
  { key: 'aftermath-06', by: 'ada-t', at: 131.6, text: 'This.' },
  {
    key: 'aftermath-07',
    by: 'plinth',
    at: 150.2,
    text: "Saw an N42 test bus in the roundabout at Central this morning. It went round four times. I don't want to read too much into it.",
    decision: { kind: 'approve', by: 'mara', after: 0.3 },
    replies: [
      { key: 'aftermath-08', by: 'ignatius-p', at: 150.9, text: 'A metaphor with a turning circle' },
      {
        key: 'aftermath-09',
        by: 'tramfan-62',
        at: 152.3,
        text: "The bay is too short for the articulated ones. Known problem, annex 6. They'll need to move two benches and a poet (memorial bench).",
      },
    ],
  },
  {
    key: 'aftermath-10',
    by: 'samir-k',
    at: 176.4,
    text: "\u202eneppah sgniht eseht woh s'taht\u202c Seriously though: does the draft say whether monthly passes stay valid on the N41\u200b/N42?",
    replies: [
      {
        key: 'aftermath-11',
        by: 'tramfan-62',
        at: 178.9,
        text: 'Yes: passes valid, night supplement abolished. The one good page in the whole document (page 31).',
        decision: { kind: 'approve', by: 'teo', after: 0.9 },
      },
    ],
  },
  {
    key: 'aftermath-12',
    by: 'hamza-t',
    at: 196.8,
    text: 'Board hearing is on the 22nd, 17:00, open to the public, room 4. Bring numbers, leave the tubas at home.',
    decision: { kind: 'approve', by: 'mara', after: 1.3 },
    replies: [
      {
        key: 'aftermath-13',
        by: 'thandi-n',
        at: 199.5,
        text: "21 people on my list for the terminal alone, now 34 with the fish market. Pieter from further up has signed. I'll be there in uniform.",
        replies: [{ key: 'aftermath-14', by: 'pieter-noord', at: 206.9, text: 'coming straight from work so apologies for the smell' }],
      },
    ],
  },
  {
    key: 'aftermath-15',
    by: 'fred-99',
    at: 209.7,
    text: 'still crying about your little choo choo? get a life losers',
    replies: [
      {
        key: 'aftermath-16',
        by: 'ada-t',
        at: 211.4,
        text: "And yet here you are, eight days later, still reading. Nobody's a bigger fan of this tram than you, Freddie boy.",
      },
    ],
  },
  { key: 'aftermath-17', by: 'farida-o', at: 212.3, text: "Has the board published the agenda yet? I cant find it on their site, only last year's." },
  {
    key: 'aftermath-18',
    by: 'earn-fast-01',
    at: 213,
    text: 'Work from home and earn more than the mayor!!! 5,100 crowns per week, no boss, no night tram needed!!! mandy3@home-riches.example',
  },
]
