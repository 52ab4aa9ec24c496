import { readFileSync } from 'node:fs'
import { SAMPLE_ARTICLE } from './sample-discussion'

/** English words, the frequent ones first; drawn by Zipf's law they come about as often as English has them. */
const WORDS = readFileSync('lib/scoring/weights/general-words.txt', 'utf8')
  .split('\n')
  .filter((word) => /^[a-z]{2,}$|^[ai]$/.test(word))
  .slice(0, 20_000)
const TOPIC = SAMPLE_ARTICLE.body.toLowerCase().match(/[a-z]{4,}/g) ?? []
/** One comment in so many insults somebody, and one in so many is a copy of another with a word changed. */
const INSULT_EVERY = 25
const COPY_EVERY = 40
const INSULTS = ['you are an idiot', 'what a bunch of morons', 'shut up you clown', 'these people are scum']

/**
 * Texts as readers write them, each made once: 10 to 110 words, half of them stop words, many words seldom; most are about the
 * article, some insult, some are copies. Words of a made-up vocabulary would all be alike to what looks for near-duplicates,
 * and all be known to what keeps words.
 */
export class NewsTexts {
  private state: number
  private made = 0
  private last = ''

  constructor(seed: number) {
    this.state = seed
  }

  next(): string {
    this.made += 1
    if (this.made % COPY_EVERY === 0) return `${this.last} ${this.word(0)}`
    const topicShare = this.random() ** 2 * 0.4
    const sentences: string[] = []
    for (let left = 10 + Math.floor(this.random() * 100); left > 0;) {
      const length = Math.min(left, 8 + Math.floor(this.random() * 12))
      const sentence = Array.from({ length }, () => this.word(topicShare)).join(' ')
      sentences.push(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`)
      left -= length
    }
    if (this.made % INSULT_EVERY === 0) sentences.push(`${INSULTS[this.made % INSULTS.length]}!`)
    return (this.last = sentences.join(' '))
  }

  private word(topicShare: number): string {
    if (topicShare > 0 && this.random() < topicShare) return TOPIC[Math.floor(this.random() * TOPIC.length)] ?? ''
    // The inverse of the distribution function of 1/rank.
    return WORDS[Math.floor(WORDS.length ** this.random()) - 1] ?? ''
  }

  private random(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0
    return this.state / 2 ** 32
  }
}
