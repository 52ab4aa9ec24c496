import { MAX_DEPTH } from '../../domain/comment'
import { hashId, IdTable } from './id-table'

/** What each reply of a file answers. A rehearsal forgets what it wrote, so its database cannot say. */
export class SeenReplies {
  /** By the reply's id, the hash of its parent's. */
  readonly #table = new IdTable()

  /** Notes a reply. False, noting nothing, when it would close a circle: what it answers replies to it, directly or through others. */
  join(externalId: string, parentExternalId: string): boolean {
    const own = hashId(externalId)
    const parent = hashId(parentExternalId)
    // A reply further down than may be stored is refused for that.
    for (let [above, step] = [parent as readonly [number, number] | null, 0]; above !== null && step <= MAX_DEPTH; step += 1) {
      if (above[0] === own[0] && above[1] === own[1]) return false
      above = this.#table.get(above)
    }
    this.#table.put(own, parent[0], parent[1])
    return true
  }
}
