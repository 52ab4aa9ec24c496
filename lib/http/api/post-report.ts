import type { ReportInput } from '../../contracts/ingest'
import { addReport } from '../../services/report/add'
import { readJson } from '../body'
import { externalIdOf } from '../external-id'
import { handle, json } from '../handler'

/** `POST /api/v1/comments/{externalId}/reports`: 201 when the report is new, 200 when it was known. */
export const handlePostReport = handle(async (ctx, request) => {
  const answer = await addReport(ctx, externalIdOf(request, 'comments'), (await readJson(request)) as ReportInput)
  return json(answer, answer.outcome === 'created' ? 201 : 200)
})
