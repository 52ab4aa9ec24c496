import type { UncivilKind } from './comment'

/** A watched word as a new site begins with it. */
interface DefaultWatchedWord {
  /** A word or phrase; `*` at its end stands for any ending. */
  term: string
  kind: UncivilKind
  isHeld: boolean
}

/** Held: what no newsroom wants public for a minute. All else only suggests. */
const HELD = true
const SUGGESTED = false

const list = (kind: UncivilKind, isHeld: boolean, terms: readonly string[]): DefaultWatchedWord[] =>
  terms.map((term) => ({ term, kind, isHeld }))

/**
 * An English list to begin with, written for Parley: mild to strong, meant to be edited by each site. It holds no names
 * of groups: naming a group is not uncivil.
 */
export const DEFAULT_WATCHED_WORDS: readonly DefaultWatchedWord[] = [
  ...list('insult', SUGGESTED, [
    'idiot*',
    'moron*',
    'imbecile*',
    'stupid',
    'dumbass',
    'dimwit*',
    'halfwit*',
    'half-wit*',
    'nitwit*',
    'numbskull*',
  ]),
  ...list('insult', SUGGESTED, [
    'jackass',
    'scumbag*',
    'pathetic loser*',
    'you fool',
    'you clown*',
    'you liar',
    'brain dead',
    'braindead',
    'brainless',
  ]),
  ...list('insult', SUGGESTED, [
    'bootlicker*',
    'snowflake*',
    'sheeple',
    'crybab*',
    'clown show',
    'asshole*',
    'arsehole*',
    'dickhead*',
    'prick',
    'wanker*',
  ]),
  ...list('profanity', SUGGESTED, ['shit', 'bullshit', 'fuck*', 'motherfuck*', 'goddamn*', 'crap', 'piss off', 'bollocks', 'wtf', 'stfu']),
  ...list('condescension', SUGGESTED, [
    'educate yourself',
    'people like you',
    'shut up',
    'do your homework',
    'learn to read',
    'get a clue',
  ]),
  ...list('condescension', SUGGESTED, [
    'get over yourself',
    'let me explain it slowly',
    'bless your heart',
    'you clearly have no idea',
    'wake up sheep*',
  ]),
  ...list('mockery', SUGGESTED, ['cry more', 'cry harder', 'cope harder', 'boo hoo', 'touch grass', 'triggered much', 'nice try genius']),
  ...list('threat', HELD, [
    'i will kill you',
    "i'll kill you",
    'i will find you',
    'i know where you live',
    'hope you die',
    'kill yourself',
    'kys',
  ]),
  ...list('threat', SUGGESTED, ['watch your back', "you'll regret this", 'deserve to be shot']),
  ...list('identity_attack', SUGGESTED, ['go back to your country', 'go back where you came from', 'you people are all the same']),
  ...list('sexual', HELD, ['suck my dick', 'send nudes']),
  ...list('sexual', SUGGESTED, ['slut*', 'whore*']),
]
