import { WordAutomaton } from '../word-automaton'
import type { Head } from './heads'

/** Phrases by which people talk down to others or wave them away: what single words do not show. */
const DISMISSIVE = [
  'educate yourself',
  'do your homework',
  'do some research',
  'do your research',
  'read a book',
  'learn to read',
  'learn how to',
  'go back to school',
  'reading comprehension',
  'grow up',
  'get over it',
  'get over yourself',
  'get a life',
  'get a clue',
  'get real',
  'get a grip',
  'give me a break',
  'give it a rest',
  'cry me a river',
  'boo hoo',
  'nobody cares',
  'no one cares',
  'who cares',
  'you people',
  'people like you',
  'your kind',
  'your ilk',
  'your type',
  'you clearly',
  'you obviously',
  'you apparently',
  'clearly you',
  'obviously you',
  'you have no idea',
  'you have no clue',
  'no idea what you are talking about',
  "no idea what you're talking about",
  "don't know what you're talking about",
  'you know nothing',
  'you do realize',
  'you do realise',
  'you do know',
  'you do understand',
  'let me explain',
  'let me educate',
  'let me guess',
  'try to keep up',
  'try again',
  'nice try',
  'oh please',
  'oh dear',
  'oh sweetie',
  'my dear',
  'bless your heart',
  'wake up',
  'open your eyes',
  'use your brain',
  'think for once',
  'if you think',
  'if you had half a brain',
  'spare me',
  'spare us',
  'stop whining',
  'quit whining',
  'stop complaining',
  'stop crying',
  'what planet',
  'tinfoil hat',
  'tin foil hat',
  'end of story',
  'sour grapes',
  'pathetic',
  'laughable',
  'nonsense',
  'rubbish',
  'drivel',
  'garbage',
  'blah blah',
  'yawn',
  'total joke',
  'what a joke',
  'so naive',
  'clueless',
]

/** Phrases that speak of all of a kind at once. */
const SWEEPING = [
  'they all',
  'all of them',
  'every one of them',
  'every single one',
  'the whole lot',
  'these people',
  'those people',
  'that lot',
  'typical',
  'always the same',
  'all the same',
  'never change',
  'all they want',
  'all they know',
  'all they care about',
  'they just want',
  'they only',
  'they will never',
  'they never',
  'they always',
  'liberals are',
  'conservatives are',
  'politicians are',
  'the left',
  'the right',
  'leftists',
  'lefties',
  'liberals',
  'conservatives',
  'right wingers',
  'elites',
  'sheeple',
]

const automaton = new WordAutomaton([...DISMISSIVE, ...SWEEPING])

/** How much of a log-odds a phrase is worth, and how many count. Set by eye, on sentences written for this project. */
const WORTH = 1.3
const OVERALL_WORTH = 0.6
const MOST = 2

/** Counts the phrases of each sort in a text, two at most. */
function countPhrases(text: string): { dismissive: number; sweeping: number } {
  const found = new Set<number>()
  automaton.findTerms(text, ({ term }) => found.add(term))
  let dismissive = 0
  for (const term of found) if (term < DISMISSIVE.length) dismissive += 1
  return { dismissive: Math.min(MOST, dismissive), sweeping: Math.min(MOST, found.size - dismissive) }
}

/**
 * The heads with little training data, helped: condescension leans on the head for attacks on the other commenter,
 * generalisation on incivility as a whole, both on phrases; dismissive phrases raise incivility as a whole a little.
 */
export function addTone(logits: Record<Head, number>, text: string): Record<Head, number> {
  const { dismissive, sweeping } = countPhrases(text)
  return {
    ...logits,
    uncivil: logits.uncivil + OVERALL_WORTH * dismissive + (OVERALL_WORTH / 3) * sweeping,
    condescension: 0.5 * logits.condescension + 0.5 * (logits.attack - 1.5) + WORTH * dismissive,
    generalisation: 0.5 * logits.generalisation + 0.5 * logits.uncivil + WORTH * sweeping,
  }
}
