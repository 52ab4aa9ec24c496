import { wordProblem } from '../../words/failures'
import type { Formats } from '../../words/formats'
import type { Words } from '../../words/rooms'
import { describePast, describeReason } from '../decision/decision-words'
import type { RowNotice } from './row-notice'

/** The rooms that a notice is worded from. */
export interface NoticeWords {
  deciding: Words<'deciding'>
  glossary: Words<'glossary'>
  shell: Words<'shell'>
  formats: Formats
}

/** What happened, what was kept: "Teo rejected this 12 sec ago (abuse). Nothing of yours was saved." */
export function describeNotice({ deciding, glossary, shell, formats }: NoticeWords, notice: RowNotice, now: number): string {
  switch (notice.kind) {
    case 'conflict': {
      const ago = formats.ago(notice.at, now)
      const reason = describeReason(glossary, notice.reason)
      if (notice.past.kind === 'edit') return deciding('notice.edited', { ago })
      if (notice.isOwn) return deciding('notice.own', { ago, reason })
      return deciding('notice.other', { name: notice.by, did: describePast(glossary, notice.past), ago, reason })
    }
    case 'unsaved':
      return deciding('notice.unsaved', { why: wordProblem(shell, notice.problem) })
    case 'undo_failed': {
      const why = wordProblem(shell, notice.problem)
      return deciding('notice.undoFailed', { why: notice.problem === null ? deciding('notice.again', { why }) : why })
    }
  }
}

/** The same in the fewest words, for whoever has gone on meanwhile: "Mara approved this". */
export function describeRefusal({ deciding, glossary }: Pick<NoticeWords, 'deciding' | 'glossary'>, notice: RowNotice | null): string {
  if (notice?.kind !== 'conflict') return deciding('toast.asItWas')
  if (notice.past.kind === 'edit') return deciding('toast.edited')
  if (notice.isOwn) return deciding('toast.own')
  const reason = describeReason(glossary, notice.reason)
  return deciding('toast.first', { name: notice.by, did: describePast(glossary, notice.past), reason })
}
