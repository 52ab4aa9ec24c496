import { useFormats, useWords } from '../../words/words-context'
import type { NoticeWords } from './notice-words'

/** What describeNotice needs. */
export function useNoticeWords(): NoticeWords {
  return { deciding: useWords('deciding'), glossary: useWords('glossary'), shell: useWords('shell'), formats: useFormats() }
}
