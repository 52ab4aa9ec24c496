import { writePublishedPage } from '@/components/transparency/published-page'
import { readReportVoice } from '@/components/transparency/figure-words'
import { writeReportCsv } from '@/components/transparency/report-csv'
import { findPageLanguage } from '@/lib/auth/page-language'
import { handle } from '@/lib/http/handler'
import { route } from '@/lib/http/route'
import { readTransparency } from '@/lib/services/transparency/read'

const WRITERS = {
  csv: { write: writeReportCsv, type: 'text/csv; charset=utf-8' },
  html: { write: writePublishedPage, type: 'text/html; charset=utf-8' },
} as const

/** `GET /overview/transparency/file?period=&format=html|csv`: the report as a file, in the language of whoever takes it along. */
const getFile = handle(async (ctx, request) => {
  const { format, ...asked } = Object.fromEntries(new URL(request.url).searchParams)
  const kind = format === 'csv' ? 'csv' : 'html'
  const report = await readTransparency(ctx, asked)
  const { write, type } = WRITERS[kind]
  const name = `transparency-${report.period.from}-${report.period.to}.${kind}`
  return new Response(write(await readReportVoice(await findPageLanguage()), report), {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' },
  })
})

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = route({ GET: getFile })
