/** Words of a made-up town, enough to make sentences that share words with the article or do not. */
const TOPIC = `harbour ferry timetable council crossing ticket pier captain winter subsidy island passengers engine repair contract
  delay school commuters mayor budget storm dock mainland freight cancellation season`.split(/\s+/)
const TALK = `I think that we should not believe what they said because nobody asked the people who live there and every year it is the
  same story with new words while my neighbour waits an hour for nothing but promises and a cold coffee in the rain so please
  tell me again why this would help anyone at all when the shop has closed and the bakery moved away`.split(/\s+/)

/** A generator that gives the same numbers at every run. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function makeText(random: () => number, words: number, topicShare: number): string {
  const pick = (list: string[]) => list[Math.floor(random() * list.length)] ?? ''
  const sentences: string[] = []
  for (let left = words; left > 0;) {
    const length = Math.min(left, 8 + Math.floor(random() * 10))
    const sentence = Array.from({ length }, () => pick(random() < topicShare ? TOPIC : TALK)).join(' ')
    sentences.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`)
    left -= length
  }
  return sentences.join(' ')
}

export const SAMPLE_ARTICLE = {
  title: 'Ferry to the island loses its winter timetable',
  standfirst: 'The council and the captain disagree about a repair contract.',
  body: makeText(createRandom(1), 600, 0.35),
}

/** `count` comments of about 60 words by 400 people; every second one replies to one of the 200 before it. */
export function makeSampleComments(count: number, articleExternalId: string): object[] {
  const random = createRandom(2)
  return Array.from({ length: count }, (_, index) => {
    const person = Math.floor(random() * 400)
    const isReply = index > 0 && random() < 0.5
    return {
      externalId: `comment-${index}`,
      articleExternalId,
      parentExternalId: isReply ? `comment-${Math.max(0, index - 1 - Math.floor(random() * 200))}` : null,
      author: { externalId: `reader-${person}`, name: `Reader ${person}` },
      body: makeText(random, 40 + Math.floor(random() * 40), random() * 0.4),
      postedAt: new Date(Date.UTC(2026, 0, 1) + index * 20_000).toISOString(),
      revision: 1,
    }
  })
}
