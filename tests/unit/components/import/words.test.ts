import { describe, expect, it } from 'vitest'
import { importWords } from '@/components/import/words'
import { readWords } from '@/components/words/page-words'
import type { ImportReport } from '@/lib/contracts/import'

const report = (counts: Partial<ImportReport['counts']>, ids: (string | null)[]): ImportReport => ({
  format: 'csv',
  isDryRun: true,
  articles: ids.map((id) => ({ id, externalId: 'a', title: 'A', author: null, bodyParagraphs: 1, comments: 0 })),
  articleCount: ids.length,
  counts: { created: 0, updated: 0, unchanged: 0, stale: 0, invalid: 0, ...counts },
  skipped: { deleted: 0, spam: 0, rejected: 0, unapproved: 0, pingback: 0, trackback: 0 },
  quoteLinks: 0,
  problems: [],
  problemCount: 0,
  columns: [],
  preview: [],
})

const t = await readWords('en', 'import')

describe('the button that imports', () => {
  it('says how many comments come in, new and changed', () => {
    expect(importWords(t, report({ created: 37, updated: 1, unchanged: 9 }, [null]))).toBe('Import 38 comments')
    expect(importWords(t, report({ created: 1 }, ['id']))).toBe('Import 1 comment')
    expect(importWords(t, report({ created: 1204 }, ['id']))).toBe('Import 1,204 comments')
  })

  it('says articles when only they are new, and is not there when nothing is', () => {
    expect(importWords(t, report({ unchanged: 3 }, [null, 'id']))).toBe('Import 2 articles')
    expect(importWords(t, report({ unchanged: 3 }, ['id']))).toBeNull()
  })
})
