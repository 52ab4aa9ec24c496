import type { RowNotice } from './row-notice'
import { formatAgo } from './time-words'

/** What happened, what was kept: "Teo rejected this 12 s ago (abuse). Nothing of yours was saved." */
export function describeNotice(notice: RowNotice, now: number): string {
  switch (notice.kind) {
    case 'conflict': {
      const ago = formatAgo(notice.at, now)
      if (notice.isEdit) return `The text was changed at its source ${ago}. Nothing of yours was saved; this is the new text.`
      const who = notice.isOwn ? 'You, here or in another window,' : notice.by
      return `${who} ${notice.did} ${ago}${notice.reason}. Nothing of yours was saved.`
    }
    case 'unsaved':
      return `${notice.detail} Your decision was not saved; the comment is as it was.`
    case 'undo_failed':
      return `Not taken back. ${notice.detail}`
  }
}
