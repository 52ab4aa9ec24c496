import { DEFAULT_WATCHED_WORDS } from '../../domain/default-watched-words'
import { GENERAL_RANKS } from './general'
import { RespellingLexicon } from '../text/respelling-lexicon'
import { readWeights } from './tensor-file'

/** The words that the model looks for in disguise: those of two lists and of annotators (training/collect.py), and what new sites watch. */
export function readHarshLexicon(): RespellingLexicon {
  const harsh = readWeights('harsh-words.txt').toString('utf8').split('\n')
  const watched = DEFAULT_WATCHED_WORDS.map(({ term }) => term.replace(/\*$/, '')).filter((term) => /^[a-z]+$/.test(term))
  return new RespellingLexicon([...watched, ...harsh], GENERAL_RANKS)
}
