/** The scoring thread itself (scoring-thread.ts starts it and asks it). */
import { parentPort } from 'node:worker_threads'
import { describeError } from '../domain/errors'
import { getIncivilityModel } from './incivility/model'
import type { Judgement } from './judgement/judgement'
import { scoreOne } from './score-batch'
import { readTextAhead } from './score-comment'
import { packAnswer, unpackQuestion, WatchedWordReader, type ScoringNotice, type ScoringQuestion } from './scoring-message'
import { KEPT_JUDGEMENTS } from './scoring-thread'

const judgements = new Map<number, Judgement>()
const words = new WatchedWordReader()

function answer(question: ScoringQuestion) {
  const { id, judgement: number, newJudgement } = question
  if (newJudgement !== null && number !== null) {
    if (judgements.size === KEPT_JUDGEMENTS) judgements.clear()
    judgements.set(number, newJudgement)
  }
  const judgement = number === null ? null : (judgements.get(number) ?? null)
  const site = { watchedWords: words.read(question.words), judgement }
  return packAnswer(
    id,
    unpackQuestion(question).map((comment) => scoreOne(site, comment)),
  )
}

parentPort?.on('message', (question: ScoringQuestion | ScoringNotice) => {
  if ('ahead' in question) return question.ahead.forEach(readTextAhead)
  try {
    parentPort?.postMessage(answer(question))
  } catch (error) {
    parentPort?.postMessage({ id: question.id, failure: describeError(error) })
  }
})
// Loaded before the first question comes.
getIncivilityModel()
