import type { CommentRow } from './comment-rows'

/** What a post quotes: the number that a post has in its topic, and the topic if it is named. */
interface Quoted {
  post: string
  topic: string | null
}

const ASIDE = /<aside\b[^>]*\bclass="[^"]*\bquote\b[^>]*>/
/** As its author typed it: `[quote="ann, post:2, topic:55"]`. */
const TYPED = /\[quote="[^"\]]{0,200}?\bpost:(\d{1,9})(?:,\s*topic:(\d{1,9}))?[^"\]]{0,200}"\]/
/** Remarks that a team leaves for itself. */
const WHISPER = '4'

/** The first post that a post of Discourse quotes, in its markup or as it was typed. Null when it quotes none by its number. */
export function findDiscourseQuote(text: string): Quoted | null {
  const aside = ASIDE.exec(text)?.[0] ?? ''
  const post = /\bdata-post="(\d{1,9})"/.exec(aside)?.[1]
  if (post !== undefined) return { post, topic: /\bdata-topic="(\d{1,9})"/.exec(aside)?.[1] ?? null }
  const [, typed, topic] = TYPED.exec(text) ?? []
  return typed === undefined ? null : { post: typed, topic: topic ?? null }
}

/**
 * What a post of Discourse says beside the rest: which it is and what it answers, each by its number in the topic, since replies name that
 * and no id. Null for what is no such post.
 *
 * @param cell what stands under a name, given in small letters without joints; empty when nothing does
 */
export function readDiscoursePost(cell: (name: string) => string): CommentRow | null {
  const [post, topic] = [cell('postnumber').trim(), cell('topicid').trim()]
  if (!/^\d{1,9}$/.test(post) || !/^\d{1,9}$/.test(topic)) return null
  const replied = /^\d{1,9}$/.exec(cell('replytopostnumber').trim())?.[0]
  const quoted = findDiscourseQuote(cell('cooked')) ?? findDiscourseQuote(cell('raw'))
  const parent = replied ?? (quoted !== null && (quoted.topic ?? topic) === topic ? quoted.post : undefined)
  return {
    externalId: `${topic}#${post}`,
    ...(parent === undefined || parent === post || parent === '0' ? {} : { parentExternalId: `${topic}#${parent}` }),
    ...(cell('posttype').trim() === WHISPER ? { status: 'pending' } : {}),
  }
}
