import { DEFAULT_WATCHED_WORDS } from '../../domain/default-watched-words'
import type { Judgement } from '../../scoring/judgement/judgement'
import { judgeText } from '../../scoring/judgement/judge-text'
import { LATE_SCORERS } from '../../scoring/late-scorers'
import { scoreText, type TextScores } from '../../scoring/score-text'
import { toScored } from '../../scoring/scored-article'
import type { LateScorer, RunningLateScorer, ScorerInput } from '../../scoring/scorer'

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
  const running: RunningLateScorer[] = []
  if (!isFast) for (const scorer of slow) running.push(await scorer.start())
  return {
    score: async (text) => {
      const input = toInput(text)
      const late = []
      for (const scorer of running) late.push(...((await scorer.score([input]))[0] ?? []))
      const scores = scoreText(input, late)
      return judgement === null ? scores : judgeText(scores, input, judgement)
    },
    stop: async () => {
      for (const scorer of running) await scorer.stop()
    },
  }
}

/** The text as scorers take it, with the words that are watched everywhere. */
export function toInput({ body, parent, article }: GivenText): ScorerInput {
  const known = toScored({ id: 'given', title: article?.title ?? '', standfirst: null, body: article?.body ?? '' })
  return { body, parentBody: parent, article: known, watchedWords: DEFAULT_WATCHED_WORDS }
}
