import type { DemoComment } from '../types'

/** Passers-by, questions in German and Arabic, a few sour ones. */
export const visitors: DemoComment[] = [
  {
    key: 'visitors-01',
    by: 'moth-ball',
    at: 0.4,
    text: "I'd meant to read this for a minute before a meeting. I've missed the meeting.",
    decision: { kind: 'approve', by: 'mara', after: 0.1 },
  },
  {
    key: 'visitors-02',
    by: 'juergen-p',
    at: 14.5,
    text:
      'Ein großartiger Artikel, danke. Eine Frage als Bauingenieur: Weiß man, wie die 128 Rückhalteseile am Ende entspannt wurden? Bei vergleichbaren ' +
      'Bögen geschah das mit Pressen, "Umdrehung für Umdrehung" klingt eher nach Spannschlössern.',
    decision: { kind: 'approve', by: 'mara', after: 7.8 },
    replies: [
      {
        key: 'visitors-03',
        by: 'tobias-author',
        at: 24.9,
        text:
          "Spannschlösser it was: turnbuckles, each with a crew of six and a sergeant's whistle. Forgive me for answering in English, I read German far " +
          'better than I write it.',
        decision: { kind: 'approve', by: 'teo', after: 0.4 },
        replies: [
          {
            key: 'visitors-04',
            by: 'juergen-p',
            at: 25.4,
            text: 'Mit Trillerpfeife! Besten Dank, das wusste ich nicht.',
            replies: [
              {
                key: 'visitors-05',
                by: 'hard-hat-harry',
                at: 27.9,
                text: "Six turnbuckles are still there in the south tunnel, in case you're ever in town. Open on heritage day. Mind your head, I didn't.",
              },
            ],
          },
        ],
      },
    ],
  },
  {
    key: 'visitors-06',
    by: 'samir-k',
    at: 46.2,
    text: 'هل بقيت صور للغوّاصين أنفسهم؟ رأيت صور البرشمة في المتحف، ولكن لم أرَ صورة واحدة لمن كانوا تحت الماء.',
    decision: { kind: 'approve', by: 'mara', after: 6.2 },
    replies: [
      {
        key: 'visitors-07',
        by: 'tobias-author',
        at: 71.4,
        text:
          '(A colleague translated your question: are there photographs of the divers.) Exactly one that I know of, of three men on a raft with the ' +
          "helmets in their laps. They're squinting. It isn't in the museum but in the harbour master's corridor, and I'll ask for a scan.",
        decision: { kind: 'approve', by: 'mara', after: 1.2 },
        replies: [
          {
            key: 'visitors-08',
            by: 'layla-h',
            at: 73,
            text: 'إذا نشرتم الصورة فقد نعرف من هم. لدينا في البيت صورة عرس له من سنة ١٩٢٤.',
            decision: { kind: 'approve', by: 'mara', after: 4.4 },
            replies: [{ key: 'visitors-09', by: 'yusuf-r', at: 79.8, text: 'أرجو أن تنشروا الصورتين جنبًا إلى جنب.' }],
          },
        ],
      },
    ],
  },
  {
    key: 'visitors-10',
    by: 'cheap-watches',
    at: 19.3,
    text: 'LUXURY TIMEPIECES 90% OFF!! As precise as the harbour bridge >>> best-timepieces-4u.example',
    decision: { kind: 'reject', reason: 'spam', by: 'teo', after: 0.2 },
  },
  {
    key: 'visitors-11',
    by: 'truth-bell',
    at: 38.8,
    text: 'And of course not ONE word about why a "free" city needed a bridge exactly 52 m high. What came through in 1934 that was 51?? Ask yourself',
    replies: [
      {
        key: 'visitors-12',
        by: 'tramfan-62',
        at: 39.6,
        text: "The training barque Solveig. Masts of 48.5 m. It's on the postcard.",
        replies: [
          {
            key: 'visitors-13',
            by: 'truth-bell',
            at: 40.1,
            text: 'thats what they want the postcard to say',
            reports: [{ reason: 'misinformation', at: 40.9, by: 'rivet-head', note: 'harmless but he does this everywhere' }],
            replies: [{ key: 'visitors-14', by: 'rivet-head', at: 40.7, text: 'I want this on the postcard.' }],
          },
        ],
      },
    ],
  },
  {
    key: 'visitors-15',
    by: 'a-taxpayer',
    at: 85.5,
    text: "34 million instead of 21, and ninety-five years later they still can't add up. See night tram. Same clowns, new hats.",
    replies: [
      {
        key: 'visitors-16',
        by: 'gwen-a',
        at: 86.6,
        text:
          "It was paid off in 1958 by a toll of ten öre, and on the last day the toll keeper gave everybody their ten öre back. I've still got mine. " +
          'Some clowns.',
        decision: { kind: 'approve', by: 'mara', after: 0.7 },
        replies: [
          {
            key: 'visitors-17',
            by: 'a-taxpayer',
            at: 88.1,
            text: 'good for you granny. the rest of us are still paying',
            reports: [{ reason: 'abuse', at: 89, by: 'marguerite-s', note: 'No need for this under a history piece' }],
            replies: [{ key: 'visitors-18', by: 'perpetua', at: 88.7, text: "mate it's an article about rivets" }],
          },
        ],
      },
    ],
  },
  {
    key: 'visitors-19',
    by: 'ines-p',
    at: 120.3,
    text:
      '📐🌉 I read it to my class (9 year olds). Their questions, for the author: 1. What was the short word in the log. 2. Did the doctor get her money ' +
      'back. 3. Did the ice hurt.',
    decision: { kind: 'approve', by: 'teo', after: 5 },
    replies: [
      {
        key: 'visitors-20',
        by: 'tobias-author',
        at: 142.6,
        text: "1. I know, and I'm not telling. 2. Yes, in 1932, without interest. 3. I believe the ice was more surprised than hurt.",
        decision: { kind: 'approve', by: 'mara', after: 0.5 },
        replies: [
          {
            key: 'visitors-21',
            by: 'ines-p',
            at: 145.1,
            text: "They guessed the word immediately. All of them. I'm so proud and so worried.",
            decision: { kind: 'approve', by: 'mara', after: 4.8 },
          },
        ],
      },
    ],
  },
  {
    key: 'visitors-22',
    by: 'bo-lundqvist',
    at: 201.3,
    text: 'Walked over it this morning with the article printed out, like a tourist in my own town. Can recommend. The view of the porridge is excellent.',
    decision: { kind: 'approve', by: 'teo', after: 7.7 },
  },
  {
    key: 'visitors-23',
    by: 'dev-p',
    at: 262.4,
    text: 'Came from the night tram article, in need of something that got built. Thank you.',
    replies: [
      {
        key: 'visitors-24',
        by: 'zsofia-m',
        at: 285.6,
        text: 'Same here. The bus will have to share the lane with the lorries, but at least the pier has only settled by four millimetres.',
        replies: [{ key: 'visitors-25', by: 'short-sharp', at: 299.8, text: 'Unlike the debate.' }],
      },
    ],
  },
  { key: 'visitors-26', by: 'anon-3007', at: 304.6, text: 'boring, who reads this old stuff. write about something relevant for once you dusty hacks' },
  {
    key: 'visitors-27',
    by: 'thandi-n',
    at: 311.9,
    text: "Is the plaque meeting open to everyone? I'm off on the 23rd until five and would like to come for the two names.",
    replies: [{ key: 'visitors-28', by: 'quiet-carriage', at: 313.1, text: "Yes, half past five, north side stairs. Mr Abdelrahim's family is coming too." }],
  },
]
