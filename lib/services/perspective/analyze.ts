import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  AnalyzeRequest,
  MAX_COMMENT_BYTES,
  PERSPECTIVE_ATTRIBUTES,
  type AnalyzeAnswer,
  type PerspectiveAttribute,
} from '../../contracts/perspective'
import { authorize } from '../../domain/actor'
import { PerspectiveRefusal } from '../../domain/perspective-refusal'
import { detectLanguages } from '../../scoring/language/detect-languages'
import { scoreText, type TextScores } from '../../scoring/score-text'
import { splitSentences } from '../../scoring/text/sentences'
import type { Context } from '../context'
import { toInput } from '../scoring/text-scorer'
import { nameFieldsAsJson } from './field-names'

type Values = Record<PerspectiveAttribute, number>

/** So many short ones take some milliseconds. */
const SENTENCES_AT_ONCE = 12

/**
 * Scores a text as Perspective's AnalyzeComment did: same request, same answer. Nothing is stored.
 *
 * @param input the request's body
 * @throws DomainError forbidden without the scope `score`
 * @throws PerspectiveRefusal for what Perspective refused too
 */
export async function analyzeText(ctx: Pick<Context, 'actor'>, input: unknown): Promise<AnalyzeAnswer> {
  authorize(ctx.actor, 'score')
  const { text, request } = check(input)
  const detected = detectLanguages(text)
  const languages = request.languages !== undefined && request.languages.length > 0 ? request.languages : detected
  const names = Object.keys(request.requestedAttributes)
  refuseLanguages(names, languages, detected)
  const parent = request.context?.articleAndParentComment?.parentComment?.text ?? request.context?.entries?.at(-1)?.text ?? null
  const whole = measure(text, parent)
  if (whole === null) throw notSupported(names[0] ?? '', languages, detected)
  const parts = request.spanAnnotations === true ? await measureSentences(text, parent) : []
  const attributeScores: AnalyzeAnswer['attributeScores'] = {}
  for (const [name, asked] of Object.entries(request.requestedAttributes)) {
    const attribute = toAttribute(name)
    const value = whole[attribute]
    if (value < (asked?.scoreThreshold ?? 0)) continue
    const spans = parts.length > 0 ? parts : [{ start: 0, end: text.length, values: whole }]
    attributeScores[name] = {
      spanScores: spans.map(({ start, end, values }) => ({ begin: start, end, score: toScore(values?.[attribute] ?? value) })),
      summaryScore: toScore(value),
    }
  }
  return {
    // Perspective leaves it out when no score is above its threshold.
    ...(Object.keys(attributeScores).length > 0 ? { attributeScores } : {}),
    languages,
    detectedLanguages: detected,
    ...(request.clientToken === undefined ? {} : { clientToken: request.clientToken }),
  }
}

function check(input: unknown): { text: string; request: AnalyzeRequest } {
  const parsed = AnalyzeRequest.safeParse(nameFieldsAsJson(input))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new PerspectiveRefusal('INVALID_REQUEST', `Invalid value at '${issue?.path.join('.') ?? ''}': ${issue?.message ?? 'not valid'}`)
  }
  const request = parsed.data
  const text = request.comment.text ?? ''
  if (request.comment.type === 'HTML')
    throw new PerspectiveRefusal('INVALID_REQUEST', "Currently, only 'PLAIN_TEXT' comments are supported.")
  if (text.trim() === '') throw new PerspectiveRefusal('COMMENT_EMPTY', 'Comment must be non-empty.')
  const bytes = Buffer.byteLength(text)
  if (bytes > MAX_COMMENT_BYTES)
    throw new PerspectiveRefusal(
      'COMMENT_TOO_LONG',
      `Comment text was too many bytes. Value (${bytes}) exceeded limit (${MAX_COMMENT_BYTES}).`,
    )
  const names = Object.keys(request.requestedAttributes)
  if (names.length === 0) throw new PerspectiveRefusal('NO_REQUESTED_ATTRIBUTES', 'No requested_attributes specified.')
  names.forEach(toAttribute)
  return { text, request }
}

/** @throws PerspectiveRefusal for an attribute that is not scored here */
function toAttribute(name: string): PerspectiveAttribute {
  const bare = name.replace(/_EXPERIMENTAL$/, '')
  const attribute = PERSPECTIVE_ATTRIBUTES.find((known) => known === bare)
  if (attribute) return attribute
  const shown = /^\w{1,100}$/.test(name) ? name : 'of that name'
  throw new PerspectiveRefusal('INVALID_REQUEST', `Unknown requested attribute: ${shown}. Here are: ${PERSPECTIVE_ATTRIBUTES.join(', ')}.`)
}

const isEnglish = (language: string) => /^en(-|$)/i.test(language)

function refuseLanguages(names: readonly string[], languages: readonly string[], detected: readonly string[]): void {
  if (languages.length === 0 || !languages.every(isEnglish)) throw notSupported(names[0] ?? '', languages, detected)
}

function notSupported(attribute: string, languages: readonly string[], detected: readonly string[]): PerspectiveRefusal {
  const shown = languages.map((language) => language.replace(/[^\w-]/g, '')).join(',') || 'und'
  return new PerspectiveRefusal(
    'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
    `Attribute ${attribute} does not support request languages: ${shown}`,
    { languageNotSupportedByAttributeError: { detectedLanguages: detected, requestedLanguages: languages, attribute } },
  )
}

/** Null when the models do not know the language. */
function measure(text: string, parent: string | null): Values | null {
  const scores = scoreText(toInput({ body: text, parent, article: null }))
  return scores.uncivil === null ? null : toValues(scores.uncivil, scores.kinds)
}

/** Each sentence by itself, a few at a time between other work: a text may be thousands of them. */
async function measureSentences(text: string, parent: string | null) {
  const parts: { start: number; end: number; values: Values | null }[] = []
  for (const [at, part] of splitSentences(text).entries()) {
    if (at > 0 && at % SENTENCES_AT_ONCE === 0) await nextTurn()
    parts.push({ ...part, values: measure(part.text, parent) })
  }
  return parts
}

/** SEVERE_TOXICITY is what Perspective meant by it: hate and threats, not a rude word. */
function toValues(uncivil: number, kinds: TextScores['kinds']): Values {
  const { insult = 0, identity_attack: identityAttack = 0, threat = 0, profanity = 0 } = kinds
  const severe = Math.min(uncivil, Math.max(identityAttack, threat))
  return {
    TOXICITY: uncivil,
    SEVERE_TOXICITY: severe,
    INSULT: insult,
    IDENTITY_ATTACK: identityAttack,
    THREAT: threat,
    PROFANITY: profanity,
  }
}

function toScore(value: number) {
  return { value, type: 'PROBABILITY' as const }
}
