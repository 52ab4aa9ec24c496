import { setImmediate as nextTurn } from 'node:timers/promises'
import type { FairnessFigures } from '../../contracts/fairness'
import type { Db } from '../../db/connection'
import { listDecidedComments, listScoredArticles } from '../../db/decided-comment'
import { hasFairness, saveFairness } from '../../db/fairness'
import { weekOf } from '../../domain/fairness'
import { readLesson } from '../../domain/lesson'
import { HATEFUL_TEMPLATES, PASSING_TEMPLATES, TEMPLATE_GROUPS } from '../../scoring/fairness-templates'
import { nameVersion } from '../../scoring/judgement/apply-judgement'
import { SCORER_VERSIONS } from '../../scoring/scorer-versions'
import { listMentionedGroups } from '../../scoring/mentioned-groups'
import { scoreComment, summariseScores } from '../../scoring/score-comment'
import { toScored } from '../../scoring/scored-article'
import type { ScorerInput } from '../../scoring/scorer'
import { readSiteRules, viewOf, type SiteRules } from '../comment/judge-batch'

/** Decisions whose comments are looked at. */
const MOST_DECISIONS = 5000
/** Texts that are scored between two turns of others. */
const AT_ONCE = 10

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
    await nextTurn()
    const countNamed = (templates: readonly string[]) =>
      templates.filter((template) => isNamed(fill(template, many, one), null, NO_ARTICLE, rules)).length
    const passing = PASSING_TEMPLATES.length
    figures.push({
      group,
      passing,
      passed: passing - countNamed(PASSING_TEMPLATES),
      hateful: HATEFUL_TEMPLATES.length,
      found: countNamed(HATEFUL_TEMPLATES),
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
  for (const [at, { body, parentBody, articleId }] of comments.entries()) {
    if (at % AT_ONCE === 0) await nextTurn()
    const isWrong = isNamed(body, parentBody, articles.get(articleId) ?? NO_ARTICLE, rules)
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

/** Whether incivility would be suggested. */
function isNamed(body: string, parentBody: string | null, article: ScorerInput['article'], rules: SiteRules): boolean {
  const results = scoreComment(
    { body, parentBody, article, watchedWords: rules.watchedWords },
    viewOf(rules, parentBody !== null, parentBody === null ? 0 : 1),
  )
  const { uncivil } = summariseScores(results).scores
  return Object.values(uncivil).some((value) => value >= rules.policy.suggestUncivilFrom)
}
