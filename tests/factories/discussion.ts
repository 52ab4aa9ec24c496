import { getDb } from '@/lib/db/connection'
import { makeArticle, type MadeArticle } from './article'
import { makeComment, type CommentOverrides, type MadeComment } from './comment'
import { makeDecision, type DecisionOverrides } from './decision'

/** A time on Monday 9 March 2026, UTC: `at('08:05')`. */
export const at = (time: string): Date => new Date(`2026-03-09T${time}:00Z`)

/** A day after the discussion began, with the last two comments inside the last 24 hours. */
export const DISCUSSION_NOW = new Date('2026-03-10T12:00:00Z')

/**
 * A discussion of 15 comments by six named people and one unknown, small enough to count by hand: one removed, two
 * rejected, two pending, three uncivil, two off-topic; decided after 2, 10, 20, 30, 40, 50 and 60 minutes.
 */
export async function makeDiscussion(site: { id: string }): Promise<MadeArticle> {
  const article = await makeArticle(site, { title: 'Tram to stop at midnight', section: 'City', author: 'Ines Brandt' })
  const add = (time: string, commenter: string | null, overrides: CommentOverrides = {}) =>
    makeComment(site, { article, commenter, postedAt: at(time), receivedAt: at(time), ...overrides })
  const decide = (comment: MadeComment, time: string, decision: DecisionOverrides = {}) =>
    makeDecision(site, comment, { ...decision, decidedAt: at(time) })
  const reviewedAt = at('14:00')

  await decide(await add('08:05', 'Ada', { status: 'approved', reviewedAt }), '08:15')
  await decide(await add('08:10', 'Ada', { status: 'rejected', reviewedAt }), '08:30', { kind: 'reject' })
  await decide(await add('08:20', 'Ada', { marks: { offTopic: true }, reviewedAt }), '08:22', { kind: 'mark', mark: 'off_topic' })
  await add('08:40', 'Ada')
  await decide(await add('08:50', 'Ben', { marks: { uncivil: 'insult' }, reviewedAt }), '09:20', { kind: 'mark', mark: 'uncivil' })
  await decide(await add('09:05', 'Ben', { status: 'rejected', marks: { uncivil: 'insult' }, reviewedAt }), '09:45', { kind: 'reject' })
  await add('10:10', 'Ben', { status: 'pending' })
  await add('10:15', 'Cyd', { suggestedOffTopic: 0.9 })
  await add('10:20', 'Cyd', { openReports: 2 })

  // A policy marked it at once; what counts is the person, 50 minutes later.
  const both = await add('10:30', 'Dee', { marks: { offTopic: true, uncivil: 'mockery' }, reviewedAt })
  await decide(both, '10:30', { kind: 'mark', mark: 'off_topic', actorKind: 'policy', actorName: 'policy' })
  await decide(both, '11:20', { kind: 'mark', mark: 'uncivil' })

  // Approved and taken back: nobody has decided on it.
  const undone = await add('10:40', null)
  const undoesId = await decide(undone, '10:41')
  await decide(undone, '10:42', { kind: 'undo', undoesId })

  await add('10:50', null, { postedAt: null })
  await decide(await add('11:05', 'Eve', { status: 'removed', marks: { uncivil: 'threat' } }), '11:06', { kind: 'reject' })

  // Decided twice: the first one ended the wait.
  const twice = await add('12:10', 'Eve', { status: 'approved', reviewedAt })
  await decide(twice, '13:10', { kind: 'reject' })
  await decide(twice, '17:10')

  const edited = await add('12:20', 'Fay', { status: 'pending', suggestedUncivil: { score: 0.8, kind: 'insult' } })
  await getDb().query('UPDATE comment SET revision = 2, version = 2 WHERE site_id = $1 AND id = $2', [site.id, edited.id])
  return article
}

/** Thousands of comments at once, a tenth marked off-topic and a tenth decided on, by 50 voices over two weeks. */
export async function makeManyComments(site: { id: string }, article: { id: string }, count: number): Promise<void> {
  const values = [site.id, article.id, count]
  await getDb().query(
    `INSERT INTO commenter (site_id, id, external_id, name)
     SELECT $1, gen_random_uuid(), 'voice-' || n, 'Voice ' || n FROM generate_series(1, 50) n ON CONFLICT DO NOTHING`,
    [site.id],
  )
  await getDb().query(
    `INSERT INTO comment (site_id, id, article_id, commenter_id, external_id, body, status, received_at, posted_at, ordered_at)
     SELECT $1, gen_random_uuid(), $2::uuid, p.id, $2::uuid || '-' || n, 'One of many.', 'published', t, t, t
     FROM generate_series(1, $3::int) n
     CROSS JOIN LATERAL (SELECT timestamptz '2026-03-09T08:00:00Z' - make_interval(mins => n * 20160 / $3::int) AS t) times
     JOIN commenter p ON p.site_id = $1 AND p.external_id = 'voice-' || (1 + n % 50)`,
    values,
  )
  await getDb().query(
    `INSERT INTO mark (site_id, comment_id, mark, set_at)
     SELECT site_id, id, 'off_topic', received_at FROM comment
     WHERE site_id = $1 AND article_id = $2 AND right(external_id, 1) = '0' AND $3::int > 0`,
    values,
  )
  await getDb().query(
    `INSERT INTO decision (site_id, id, comment_id, article_id, kind, actor_kind, actor_name, seen_version, revision, before, after, decided_at)
     SELECT site_id, gen_random_uuid(), id, article_id, 'approve', 'user', 'Mo', 1, 1, '{}', '{}', received_at + interval '5 minutes'
     FROM comment WHERE site_id = $1 AND article_id = $2 AND right(external_id, 1) = '5' AND $3::int > 0`,
    values,
  )
}
