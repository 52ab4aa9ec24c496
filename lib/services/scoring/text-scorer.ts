import { DEFAULT_WATCHED_WORDS } from '../../domain/default-watched-words'
import type { Judgement } from '../../scoring/judgement/judgement'
import { judgeText } from '../../scoring/judgement/judge-text'
import { LATE_SCORERS } from '../../scoring/late-scorers'
import { startThoroughReader, thoroughIncivility } from '../../scoring/incivility/thorough-incivility'
import { scoreText, type LateReading, type TextScores } from '../../scoring/score-text'
import { toScored } from '../../scoring/scored-article'
import type { LateScorer, RunningLateScorer } from '../../scoring/late-scorer'
import type { ScorerInput } from '../../scoring/scorer'

/** A text as commands give it; without an article its topic is not looked at. */
export interface GivenText {
  body: string
  parent: string | null
  article: { title: string; body: string } | null
}

/** Scores texts that are stored nowhere. */
export interface TextScorer {
  score: (text: GivenText) => Promise<TextScores>
  stop: () => Promise<void>
}

/**
 * Loads the shipped scorers: those of ingest and, unless `isFast`, the slow ones that otherwise run in a job. No site's words are
 * asked; a `judgement` has the last word where it has one.
 */
export async function startTextScorer(
  isFast: boolean,
  slow: readonly LateScorer[] = LATE_SCORERS,
  judgement: Judgement | null = null,
): Promise<TextScorer> {
  const readLate = isFast ? null : await startSlow(slow)
  return {
    score: async (text) => {
      const input = toInput(text)
      const late = readLate === null ? null : await readLate.read(input)
      const scores = scoreText(input, late)
      return judgement === null ? scores : judgeText(scores, input, judgement, late)
    },
    stop: async () => readLate?.stop(),
  }
}

async function startSlow(
  slow: readonly LateScorer[],
): Promise<{ read: (input: ScorerInput) => Promise<LateReading>; stop: () => Promise<void> }> {
  const reader = await startThoroughReader('all')
  const running: RunningLateScorer[] = []
  // Of incivility the reader itself is asked: it says more than a scorer gives.
  for (const scorer of slow) if (scorer !== thoroughIncivility) running.push(await scorer.start())
  return {
    read: async (input) => {
      const scores = []
      for (const scorer of running) scores.push(...((await scorer.score([input]))[0] ?? []))
      return { scores, incivility: (await reader.read([input.body]))[0] ?? null }
    },
    stop: async () => {
      for (const one of [...running, reader]) await one.stop()
    },
  }
}

/** The text as scorers take it, with the words that are watched everywhere. */
export function toInput({ body, parent, article }: GivenText): ScorerInput {
  const known = toScored({ id: 'given', title: article?.title ?? '', standfirst: null, body: article?.body ?? '' })
  return { body, parentBody: parent, article: known, watchedWords: DEFAULT_WATCHED_WORDS }
}
