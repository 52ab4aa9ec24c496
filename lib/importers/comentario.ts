import { z } from 'zod'

const Text = z.string().nullish().catch(null)
const Flag = z.boolean().nullish().catch(null)

const Page = z.object({ id: z.string().min(1), path: z.string(), title: Text })
const Commenter = z.object({ id: z.string().min(1), name: z.string() })
const Comment = z.object({
  id: z.string().min(1),
  pageId: z.string().min(1),
  parentId: Text,
  userCreated: Text,
  authorName: Text,
  markdown: Text,
  html: Text,
  isApproved: Flag,
  isPending: Flag,
  isDeleted: Flag,
  createdTime: Text,
})

/**
 * The third version of Comentario's export, which succeeds Commento: its pages stand in a list of their own, above the comments that name
 * them by their id, and all ids are UUIDs. Its objects are given as Commento would have written them; what is none is given as it is.
 */
export class ComentarioObjects {
  readonly #paths = new Map<string, string>()

  /** @param titles what pages are called, by their address, is added here */
  constructor(private readonly titles: Map<string, string>) {}

  addPage(value: unknown): void {
    const page = Page.safeParse(value)
    if (!page.success) return
    const { id, path, title } = page.data
    this.#paths.set(id, path)
    if (title) this.titles.set(path, title)
  }

  toCommento(list: 'comments' | 'commenters', value: unknown): unknown {
    if (list === 'commenters') {
      const commenter = Commenter.safeParse(value)
      return commenter.success ? { commenterHex: commenter.data.id, name: commenter.data.name } : value
    }
    const comment = Comment.safeParse(value)
    if (!comment.success) return value
    const { id, pageId, parentId, userCreated, authorName, markdown, html, isApproved, isPending, isDeleted, createdTime } = comment.data
    return {
      commentHex: id,
      url: this.#paths.get(pageId) ?? pageId,
      commenterHex: userCreated ?? '',
      authorName: authorName ?? '',
      markdown,
      html,
      parentHex: parentId ?? '',
      state: isPending === true ? 'unapproved' : isApproved === false ? 'rejected' : 'approved',
      creationDate: createdTime ?? '',
      deleted: isDeleted === true,
    }
  }
}
