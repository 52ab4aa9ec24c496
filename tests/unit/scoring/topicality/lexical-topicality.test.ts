import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SitePolicy } from '@/lib/contracts/policy'
import { ScoreReason } from '@/lib/contracts/score'
import { lexicalTopicality } from '@/lib/scoring/topicality/lexical-topicality'
import type { ScorerArticle } from '@/lib/scoring/scorer'
import { leastProcessorTime } from '@/tests/factories/processor-time'

const ARTICLE: ScorerArticle = {
  id: 'tram',
  version: '1',
  title: 'City council approves new tram line to the harbour',
  standfirst: 'Construction begins next spring and will close two streets for eighteen months.',
  body: `The council voted on Tuesday to build a tram line between the central station and the harbour. The line will cost 240 million
euros, most of it paid by the state. Shopkeepers along Mill Street fear that the construction site will drive away customers.

"We have lost one summer already," said Ruth Adler, who sells bicycles near the station. Engineers promise that deliveries stay possible.
The transport company expects 18,000 passengers a day. Buses on the harbour road are full every morning, and the tram would replace three
bus routes. Critics had asked for cheaper bus lanes instead. Cyclists welcome the plan, since the tracks come with a protected lane.
The first trams are to run in four years, and tickets will cost what a bus ticket costs today.`,
}
const GERMAN: ScorerArticle = {
  id: 'strassenbahn',
  version: '1',
  title: 'Stadtrat stimmt für die neue Straßenbahn zum Hafen',
  standfirst: null,
  body: 'Der Stadtrat hat am Dienstag für den Bau einer Straßenbahn zwischen dem Bahnhof und dem Hafen gestimmt. Die Händler an der Strecke fürchten, dass die Baustelle ihre Kunden vertreibt.',
}
const OFF_TOPIC =
  'The referee ruined that football match with silly penalties, and the goalkeeper should retire before the championship in August.'
const ON_TOPIC = 'I ride that bus to the harbour every morning and it is packed; a tram to the station is overdue.'
const THRESHOLD = SitePolicy.parse({}).suggestOffTopicFrom

const scoreBody = (body: string, parentBody: string | null = null, article = ARTICLE) =>
  lexicalTopicality.score({ body, parentBody, article, watchedWords: [] })
const explain = (attribute: string, body: string, parentBody: string | null = null) =>
  lexicalTopicality.explain?.(attribute, { body, parentBody, article: ARTICLE, watchedWords: [] })
const distanceOf = (body: string, article = ARTICLE) => scoreBody(body, null, article)[0]?.value ?? NaN

describe('lexical topicality', () => {
  it('scores a comment about the article low and one about something else above the threshold of a new site', () => {
    expect(distanceOf(ON_TOPIC)).toBeLessThan(0.3)
    expect(distanceOf(OFF_TOPIC)).toBeGreaterThan(THRESHOLD)
  })

  it('falls with every word shared', () => {
    const words = ['tram', 'harbour', 'council', 'construction', 'cyclists']
    const filler = ['goalkeeper', 'penalty', 'championship', 'stadium', 'trophy']
    const distances = [0, 1, 2, 3, 4, 5].map((shared) => distanceOf([...words.slice(0, shared), ...filler.slice(shared)].join(' ')))
    expect(distances).toEqual([...distances].sort((a, b) => b - a))
    expect(new Set(distances).size).toBe(6)
  })

  it('weighs the words of the title more than words met once', () => {
    const filler = 'goalkeeper penalty championship stadium'
    expect(distanceOf(`tram ${filler}`)).toBeLessThan(distanceOf(`deliveries ${filler}`))
  })

  it('lets forms of a word meet', () => {
    expect(distanceOf('Approving trams, constructing harbours, engineering, shopkeeper')).toBeLessThan(0.3)
  })

  it('hears words of like meaning where none are shared', () => {
    const bare = { ...ARTICLE, id: 'bare', title: 'Should passengers pay more for trams?', standfirst: null, body: '' }
    const near = 'The buses and railways of this region are slow, so I commute by bicycle and leave my vehicle in the garage.'
    expect(distanceOf(near, bare)).toBeLessThan(0.4)
    expect(distanceOf(OFF_TOPIC, bare)).toBeGreaterThan(0.55)
  })

  it('is told of a headline of two content words, and not of one of one', () => {
    const titled = (title: string) => ({ id: title, version: '1', title, standfirst: null, body: '' })
    expect(distanceOf(ON_TOPIC, titled('Are trams packed?'))).toBeLessThan(0.3)
    expect(scoreBody(ON_TOPIC, null, titled('Trams'))).toEqual([])
  })

  it('takes three content words for enough unless one is of everyday talk', () => {
    expect(distanceOf('Shopkeepers welcome the harbour tram')).toBeLessThan(0.5)
    expect(distanceOf('So this is about trams, harbours and councils?')).toBeLessThan(0.5)
    expect(scoreBody('So this is about good trams and councils?')).toEqual([])
  })

  it('names the nearest sentences of the article, best first', () => {
    const body = 'Shopkeepers on Mill Street will lose their customers to the construction site.'
    const sentences = explain('off_topic.article', body)?.sentences ?? []
    expect(sentences[0]?.text).toBe('Shopkeepers along Mill Street fear that the construction site will drive away customers.')
    expect(sentences).toHaveLength(3)
    expect(sentences[0]?.similarity).toBeGreaterThan(0.5)
    expect(sentences.map((sentence) => sentence.similarity)).toEqual(sentences.map((sentence) => sentence.similarity).sort((a, b) => b - a))
  })

  it('names none when nothing is shared', () => {
    expect(explain('off_topic.article', 'Goalkeeper penalty championship stadium trophy')).toEqual({ spans: [], sentences: [] })
  })

  it('leaves out what is too short to tell', () => {
    expect(scoreBody('Oh, good grief. Such overreaction.')).toEqual([])
    expect(scoreBody('I did not say that they would have been there!')).toEqual([])
    expect(scoreBody('👏👏👏')).toEqual([])
    expect(scoreBody('')).toEqual([])
  })

  it.each([
    ['links', 'https://example.com/council-tram-line-harbour https://example.org/station-bus'],
    ['a link and little more', 'see https://youtu.be/abc123 for proof'],
    ['names that are spoken to', '@anna @bert @carla @dora @emil'],
    ['an address', 'write to the.council-tram@harbour.example.org'],
    ['a quotation', '> The council voted on Tuesday to build a tram line\n> between the central station and the harbour.\n\nThis.'],
  ])('leaves out what is nothing but %s', (_what, body) => expect(scoreBody(body)).toEqual([]))

  it('goes by what a comment says itself, not by what it quotes and links to', () => {
    const quoted = `> ${ARTICLE.title}\n\n${OFF_TOPIC}\nhttps://example.com/tram-line-harbour`
    expect(distanceOf(quoted)).toBe(distanceOf(OFF_TOPIC))
    expect(distanceOf(quoted)).toBeGreaterThan(THRESHOLD)
    expect(scoreBody(OFF_TOPIC, quoted)[1]).toEqual(scoreBody(OFF_TOPIC, OFF_TOPIC)[1])
    expect(distanceOf(`> ${OFF_TOPIC}\n\n${ON_TOPIC}`)).toBe(distanceOf(ON_TOPIC))
  })

  it('is cautious with few words and with an article that is no more than a title', () => {
    expect(distanceOf('Goalkeeper penalty championship stadium')).toBeLessThan(THRESHOLD)
    expect(distanceOf(OFF_TOPIC, { ...ARTICLE, id: 'title-only', standfirst: null, body: '' })).toBeLessThan(THRESHOLD)
  })

  it('leaves out an article without words', () => {
    expect(scoreBody(OFF_TOPIC, null, { id: 'empty', version: '1', title: '!', standfirst: null, body: '' })).toEqual([])
  })

  it('compares a reply with its parent too', () => {
    const parent = 'That football match was ruined by the referee, and the goalkeeper slept.'
    const scores = scoreBody(OFF_TOPIC, parent)
    expect(scores.map((score) => score.attribute)).toEqual(['off_topic.article', 'off_topic.parent'])
    expect(scores[0]?.value).toBeGreaterThan(THRESHOLD)
    expect(scores[1]?.value).toBeLessThan(0.3)
    expect(explain('off_topic.parent', OFF_TOPIC, parent)?.sentences[0]?.text).toBe(parent)
  })

  it('leaves out a parent that is too short to compare with', () => {
    expect(scoreBody(OFF_TOPIC, 'No.').map((score) => score.attribute)).toEqual(['off_topic.article'])
  })

  it('does not judge a comment in another script or another language than the article', () => {
    expect(scoreBody('هذا المشروع مهم جدا للمدينة وسكانها ولكنه مكلف للغاية')).toEqual([])
    expect(scoreBody('Die Straßenbahn ist für die Stadt wichtig, aber das Geld fehlt an allen Ecken und die Händler leiden.')).toEqual([])
    expect(scoreBody(OFF_TOPIC, null, GERMAN)).toEqual([])
    expect(scoreBody('Le projet est important pour la ville, mais les commerçants vont souffrir pendant des mois de travaux.')).toEqual([])
  })

  it('judges comments in other languages against articles in those', () => {
    expect(distanceOf('Die Straßenbahn zum Hafen ist gut, aber die Baustelle vertreibt den Händlern die Kunden.', GERMAN)).toBeLessThan(0.3)
    expect(
      distanceOf(
        'Der Schiedsrichter hat das Fußballspiel mit seiner Pfeife und den Elfmetern völlig kaputt gemacht, dazu der Torwart.',
        GERMAN,
      ),
    ).toBeGreaterThan(distanceOf('Die Baustelle an der Strecke ist den Händlern egal, der Bahnhof bleibt.', GERMAN))
    const chinese = {
      id: 'zh',
      version: '1',
      title: '市议会批准新的电车线路',
      standfirst: null,
      body: '市议会周二投票决定在中央车站和港口之间修建电车线路。商店老板担心施工会赶走顾客。',
    }
    expect(distanceOf('电车线路对港口和车站很重要，施工应该马上开始。', chinese)).toBeLessThan(0.3)
  })

  it('reads a new version of the article', () => {
    const football = { ...ARTICLE, version: '2', title: 'Referee and goalkeeper argue', body: `${OFF_TOPIC} The match ended early.` }
    expect(distanceOf(OFF_TOPIC)).toBeGreaterThan(THRESHOLD)
    expect(distanceOf(OFF_TOPIC, football)).toBeLessThan(0.3)
  })
})

describe('lexical topicality, for any text', () => {
  it('never throws, gives 0–1 and a reason that may be stored', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.lorem({ maxCount: 30 }),
      fc.string({ unit: fc.constantFrom('a', ' ', '日', 'ก', '.', '\ud800', "'", 'ß') }),
    )
    fc.assert(
      fc.property(text, text, text, (body, parentBody, articleBody) => {
        const article = { id: articleBody, version: '1', title: '', standfirst: null, body: articleBody }
        for (const { attribute, value } of scoreBody(body, parentBody, article)) {
          const reason = lexicalTopicality.explain?.(attribute, { body, parentBody, article, watchedWords: [] })
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1)
          expect(ScoreReason.parse(reason)).toEqual(reason)
        }
      }),
    )
  })

  it('grows in proportion to the comment, in scripts with spaces and without', () => {
    const measure = (body: string) => leastProcessorTime(() => scoreBody(body, body))
    for (const unit of ['tram word unheard ', '电车线路', 'a', "'", 'ก', '😀', 'A. ']) {
      const body = (length: number) => unit.repeat(length / unit.length)
      measure(body(12_500))
      expect(measure(body(50_000)) / Math.max(1, measure(body(12_500))), unit).toBeLessThan(14)
    }
  })
})
