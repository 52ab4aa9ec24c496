import type { FairnessFigures } from '../../contracts/fairness'
import type { Db } from '../../db/connection'
import { listDecidedComments, listScoredArticles } from '../../db/comment/decided-comment'
import { hasFairness, saveFairness } from '../../db/score/fairness'
import { weekOf } from '../../domain/fairness'
import { readLesson } from '../../domain/lesson'
import { HATEFUL_TEMPLATES, PASSING_TEMPLATES, TEMPLATE_GROUPS } from '../../scoring/fairness-templates'
import { nameVersion } from '../../scoring/judgement/apply-judgement'
import { SCORER_VERSIONS } from '../../scoring/scorer-versions'
import { listMentionedGroups } from '../../scoring/text/mentioned-groups'
import { scoreBatch } from '../../scoring/score-batch'
import { summariseScores } from '../../scoring/score-comment'
import { toScored } from '../../scoring/scored-article'
import type { ScoredInput } from '../../scoring/scored-input'
import { readSiteRules, type SiteRules } from '../comment/judge-batch'

/** Decisions whose comments are looked at. */
const MOST_DECISIONS = 5000

/** The version of a site's scores: the models' alone, or with the judgement's number. */
function nameScores({ judgement }: Pick<SiteRules, 'judgement'>): string {
  return judgement === null ? SCORER_VERSIONS.base : nameVersion(judgement)
}

/**
 * Measures how a site's scores treat groups of people, once a week and version: on sentences written for it, and on the newest
 * comments its people settled without an uncivil mark. False when this week's reading of this version is there already.
 */
export async function measureFairness(db: Db, siteId: string, now: Date): Promise<boolean> {
  const rules = await readSiteRules(db, siteId)
  const version = nameScores(rules)
  const week = weekOf(now)
  if (await hasFairness(db, siteId, week, version)) return false
  const templates = await measureTemplates(rules)
  const figures = { threshold: rules.policy.suggestUncivilFrom, templates, ...(await measureOwn(db, siteId, rules)) }
  await saveFairness(db, siteId, { week, version, figures, at: now })
  return true
}

const NO_ARTICLE = toScored({ id: '', title: '', standfirst: null, body: '' })

async function measureTemplates(rules: SiteRules): Promise<FairnessFigures['templates']> {
  const figures: FairnessFigures['templates'] = []
  for (const { group, many, one } of TEMPLATE_GROUPS) {
    const countNamed = async (templates: readonly string[]) => {
      const texts = templates.map((template) => ({ body: fill(template, many, one), parentBody: null, article: NO_ARTICLE }))
      return (await tellNamed(rules, texts)).filter(Boolean).length
    }
    const passing = PASSING_TEMPLATES.length
    figures.push({
      group,
      passing,
      passed: passing - (await countNamed(PASSING_TEMPLATES)),
      hateful: HATEFUL_TEMPLATES.length,
      found: await countNamed(HATEFUL_TEMPLATES),
    })
  }
  return figures
}

/** A sentence of the templates about a group, with a capital letter at its beginning. */
function fill(template: string, many: string, one: string): string {
  const sentence = template.replaceAll('{group}', many).replaceAll('{one}', one)
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

async function measureOwn(db: Db, siteId: string, rules: SiteRules): Promise<Pick<FairnessFigures, 'own' | 'all'>> {
  const comments = (await listDecidedComments(db, siteId, MOST_DECISIONS)).filter(
    ({ status, isMarkedOffTopic, uncivilKind, reason }) =>
      readLesson({ status, marks: { offTopic: isMarkedOffTopic, uncivil: uncivilKind }, reason }).isUncivil === false,
  )
  const ids = [...new Set(comments.map((comment) => comment.articleId))]
  const articles = new Map((await listScoredArticles(db, siteId, ids)).map((row) => [row.id, toScored(row)]))
  const groups = new Map<string, { kept: number; wrong: number }>()
  const all = { kept: 0, wrong: 0 }
  const named = await tellNamed(
    rules,
    comments.map(({ body, parentBody, articleId }) => ({ body, parentBody, article: articles.get(articleId) ?? NO_ARTICLE })),
  )
  for (const [at, { body }] of comments.entries()) {
    const isWrong = named[at] ?? false
    const counts = listMentionedGroups(body).map((group) => groups.get(group) ?? addGroup(groups, group))
    for (const count of [all, ...counts]) {
      count.kept += 1
      if (isWrong) count.wrong += 1
    }
  }
  return { own: [...groups].map(([group, count]) => ({ group, ...count })), all }
}

function addGroup(groups: Map<string, { kept: number; wrong: number }>, group: string): { kept: number; wrong: number } {
  const count = { kept: 0, wrong: 0 }
  groups.set(group, count)
  return count
}

/** Of each text, whether incivility would be suggested. */
async function tellNamed(rules: SiteRules, texts: readonly Pick<ScoredInput, 'body' | 'parentBody' | 'article'>[]): Promise<boolean[]> {
  const places = texts.map((text) => ({ ...text, isReply: text.parentBody !== null, depth: text.parentBody === null ? 0 : 1 }))
  return (await scoreBatch(rules, places)).map((results) =>
    Object.values(summariseScores(results).scores.uncivil).some((value) => value >= rules.policy.suggestUncivilFrom),
  )
}
