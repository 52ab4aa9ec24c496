// Texts that touch everything by which scorers come to their numbers, and what each scorer says of them: by that a version is named.
import { createHash } from 'node:crypto'
import { DEFAULT_WATCHED_WORDS } from '../lib/domain/default-watched-words'
import { readBase } from '../lib/scoring/base-reading'
import { SAID_BY } from '../lib/scoring/text/emoji-words'
import { LOOK_ALIKES } from '../lib/scoring/text/fold-look-alikes'
import { IDENTITY_TERMS } from '../lib/scoring/text/identity-terms'
import { ADDRESS, CAMPS, CORRECTING, DISMISSIVE, EVERYBODY, SWEEPING } from '../lib/scoring/incivility/tone-phrases'
import { LATE_SCORERS } from '../lib/scoring/late-scorers'
import { SCORERS } from '../lib/scoring/score-comment'
import type { AttributeScore, ScorerInput } from '../lib/scoring/scorer'

/** What scorers say of the probes, by scorer: a list of numbers for each text, to two places. */
export type Measured = Record<string, number[][]>

/** So far may two machines be apart. */
export const TOLERANCE = 0.011

const ARTICLE = {
  id: 'probe',
  version: '1',
  title: 'Council votes to close the night tram',
  standfirst: 'From May on, buses drive along the quay',
  body: 'The night tram to the harbour will close in May, the council decided. Shift workers at the harbour protest. Nurses ask who takes them to the hospital at four in the morning.',
}
const PARENT = 'The buses along the quay are always late, and the tram was not.'
const SENTENCES =
  `I will find you and break your legs.|We know where you live, and I'm going to kill you.|People like him should be shot.|You deserve to die.|I hope you choke on it.
Kill yourself.|Watch your back.|We are coming for you.|Somebody should slap him.|The council decided to close the night tram to the harbour.|Nurses at the hospital need that tram.
What a stupid, pathetic liar this premier is.|I love trains.|Muslims are vermin.|I do not hate Muslims.|This is fucking bullshit.|My cat sleeps on the harbour wall all day long.
you 1d10t|a$$hole of the year|what the f**k|f.u.c.k this|you i d i o t|so stuuuupid|id\u200biot|an idio t|you \u202etoidi\u202c|an id<b></b>iot|an &#105;diot|a 🇮🇩🇮🇴🇹|an [b]id[/b]iot|an id;iot|what the f--k|an ʇoᴉpᴉ|https://example.org/a?b=c is where I read 3 of 4,000 words!!|Really?! Well...
The stupid door never closes.|this damn printer|I was an idiot to believe them.|He called her a moron.|The doctor examined his penis.|You are thick as a brick.|Did you even read the article, genius?|Sleep with one eye open.|Elderly people|nurses|A parrot argues better than this columnist.|Nobody asked you, so sit down.|It must be sad to be you.|People like you keep this town going.|I disagree with the plan, but I see the point of it. People like you have no place in this town. The council will vote in March.|If you call people sluts, you are a bigot.|He is not a moron at all.|Nobody says that nurses are stupid.|It is wrong to say that they are parasites.|what a b.tch, a m@ron|He called nurses lazy scum.
I loathe Poles.|Immigrants are not welcome here.|Nobody would miss Hindus if they left.|I will beat up the next German I see.|It is disgusting how immigrants are treated.|You are vile.|You just do not get it.|Takes one to know one.|The rubbish was collected late.|You belong in a cage.|Troops left Niger.|Homo sapiens came late.|Oh sure, because that worked so well last time.|All lawyers are crooks, and everybody knows it.|і ԁ і о т
Die Straßenbahn fährt ab Mai nicht mehr zum Hafen.`.split(/[|\n]/)

/** A few words of a list in one text, so that there are fewer texts. */
function* inLots(words: Iterable<string>, size: number): Generator<string> {
  const all = [...words]
  for (let at = 0; at < all.length; at += size) yield `It says ${all.slice(at, at + size).join(' ')} here, and they go on.`
}

function listProbes(): string[] {
  return [
    ...SENTENCES,
    ...[...DISMISSIVE, ...SWEEPING].map((phrase) => `Now ${phrase}, as they say in town.`),
    ...[ADDRESS, CORRECTING, EVERYBODY, CAMPS].flatMap((words) => [...inLots(words, 8)]),
    ...IDENTITY_TERMS.flatMap(({ terms }) => [...inLots(terms, 12)]),
    ...SAID_BY.map(([, emoji]) => `So ${[...emoji].join(' ')} it is.`),
    ...inLots(LOOK_ALIKES.keys(), 20),
    ...inLots(
      DEFAULT_WATCHED_WORDS.map(({ term }) => term.replace(/\*$/, '')),
      5,
    ),
  ]
}

const round = (value: number) => Math.round(value * 100) / 100
const numbersOf = (scores: readonly AttributeScore[]) => scores.map(({ value }) => round(value))

/** What every scorer, and the reading that newsrooms learn on, makes of the probes. Slow scorers are asked about the first only. */
export async function measureProbes(): Promise<Measured> {
  const rules = DEFAULT_WATCHED_WORDS.map(({ term, kind, isHeld }) => ({ term, kind, isHeld }))
  const inputs = listProbes().map((body): ScorerInput => ({ body, parentBody: PARENT, article: ARTICLE, watchedWords: rules }))
  const measured: Measured = {}
  for (const { name, score } of SCORERS) measured[name] = inputs.map((input) => numbersOf(score(input)))
  measured['base'] = inputs.map((input) => {
    const reading = readBase(input)
    if (reading === null) return []
    const hashes = reading.hashed.reduce((sum, index) => sum + index, 0)
    return [...Object.values(reading.logits), ...reading.embedding.subarray(0, 8)].map(round).concat(hashes % 1000)
  })
  for (const scorer of LATE_SCORERS) {
    const running = await scorer.start()
    const scores = await running.score(inputs.slice(0, SENTENCES.length))
    await running.stop()
    measured[nameLate(scorer)] = scores.map((all) => numbersOf(all ?? []))
  }
  return measured
}

/** A late scorer may have the name of one of ingest, whose numbers it replaces. */
const nameLate = ({ name }: { name: string }) => `late_${name}`

/** The name that these numbers give a version. */
export function nameVersion(numbers: number[][]): string {
  return createHash('sha256').update(JSON.stringify(numbers)).digest('hex').slice(0, 10)
}
