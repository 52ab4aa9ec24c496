import { z } from 'zod'

const Text = z.string().nullish().catch(null)
/** Looked at where the object is read. */
const Time = z.unknown().optional()

const LegacyComment = z.object({
  id: z.string(),
  asset_id: z.string(),
  author_id: Text,
  parent_id: Text,
  status: Text,
  created_at: Time,
  deleted_at: Time,
  body: Text,
  body_history: z
    .array(z.object({ body: Text }))
    .nullish()
    .catch(null),
})

/** An asset is an article; nothing else there has an address. */
const LegacyAsset = z.object({
  id: z.string(),
  url: z.string(),
  title: Text,
  author: Text,
  description: Text,
  section: Text,
  publication_date: Time,
  /** Where an asset has the fields of a story, these count. */
  metadata: z.looseObject({}).nullish().catch(null),
})

const LegacyUser = z.object({
  id: z.string(),
  username: z.string(),
  metadata: z.object({ displayName: z.string().min(1) }),
})

/**
 * An object of Talk, as Coral was called before its version 5 and as Coral's importer takes it (`comments.json`,
 * `assets.json`, `users.json`), as today's Coral keeps it. What is none of these is given back as it is.
 */
export function modernise(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'tenantID' in value || 'storyID' in value) return value
  const comment = LegacyComment.safeParse(value)
  if (comment.success) return moderniseComment(comment.data)
  const asset = LegacyAsset.safeParse(value)
  if (asset.success) {
    const { id, url, title, author, description, section, publication_date: publishedAt, metadata } = asset.data
    return { id, url, metadata: { title, author, description, section, publishedAt, ...metadata } }
  }
  const user = LegacyUser.safeParse(value)
  return user.success ? { id: user.data.id, username: user.data.metadata.displayName } : value
}

function moderniseComment(comment: z.infer<typeof LegacyComment>): object {
  const history = comment.body_history ?? []
  const texts = history.length > 0 ? history.map(({ body }) => body) : [comment.body]
  return {
    id: comment.id,
    storyID: comment.asset_id,
    authorID: comment.author_id,
    parentID: comment.parent_id,
    status: comment.status,
    createdAt: comment.created_at,
    deletedAt: comment.deleted_at,
    revisions: texts.map((text) => ({ body: toMarkup(text ?? '') })),
  }
}

/** Texts were plain there, unless an editor had been added. */
function toMarkup(text: string): string {
  const isMarkup = /<\/?(?:a|b|blockquote|br|div|em|i|li|p|span|strong|ul)\b[^<>]*>/i.test(text)
  return (isMarkup ? text : text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')).replaceAll('\n', '<br>')
}
