import { ModerationReply, ScorerReply, type ScorerRequest } from '../../contracts/remote-scorer'
import type { TextToScore } from '../../db/score/late-scores'
import type { RemoteScorerRow } from '../../db/score/remote-scorer'
import type { ScorerAnswer, ScorerClient } from '../../events/ask-scorer'
import { fromCategories } from '../../scoring/moderation-categories'
import type { AttributeScore } from '../../scoring/scorer'

/** A text for a scorer outside. */
export type AskedText = Pick<TextToScore, 'id' | 'revision' | 'body' | 'language' | 'parentBody'> & {
  article: Pick<TextToScore['article'], 'title' | 'standfirst'>
}

/** What a scorer outside says of a text: numbers and the label of its version, and no word of its answer. */
export interface RemoteScores {
  scores: AttributeScore[]
  version: string
}

/** Asks one scorer about one text. Never throws. */
export async function askScorer(client: ScorerClient, scorer: RemoteScorerRow, text: AskedText): Promise<ScorerAnswer<RemoteScores>> {
  return scorer.kind === 'openai' ? askModeration(client, scorer, text) : askHttp(client, scorer, text)
}

async function askModeration(client: ScorerClient, scorer: RemoteScorerRow, { body }: AskedText): Promise<ScorerAnswer<RemoteScores>> {
  const base = scorer.url.replace(/\/+$/, '')
  const url = base.endsWith('/moderations') ? base : `${base}/moderations`
  const message = { input: body, ...(scorer.model === null ? {} : { model: scorer.model }) }
  const answer = await client.ask({ ...scorer, url, signingSecret: null }, message, ModerationReply)
  if (answer.reply === null) return answer
  return { ...answer, reply: { scores: fromCategories(answer.reply), version: answer.reply.model ?? scorer.model ?? 'unnamed' } }
}

async function askHttp(client: ScorerClient, scorer: RemoteScorerRow, text: AskedText): Promise<ScorerAnswer<RemoteScores>> {
  const message: ScorerRequest = {
    version: 1,
    comment: { id: text.id, revision: text.revision, body: text.body, language: text.language },
    parent: text.parentBody === null ? null : { body: text.parentBody },
    article: { title: text.article.title, standfirst: text.article.standfirst },
  }
  const answer = await client.ask(scorer, message, ScorerReply)
  if (answer.reply === null) return answer
  const { scores, version } = answer.reply
  const named = Object.entries(scores).flatMap(([kind, value]) =>
    value === undefined ? [] : [{ attribute: kind === 'off_topic' ? 'off_topic.article' : `uncivil.${kind}`, value, reason: null }],
  )
  return { ...answer, reply: { scores: named, version: version ?? 'unnamed' } }
}
