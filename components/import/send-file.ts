import type { Problem } from '@/lib/contracts/problem'
import type { ImportReport } from '@/lib/contracts/settings'

/** The server takes no more in one upload. */
const MAX_BYTES = 50 * 1024 * 1024

type Read = { report: ImportReport; refusal: null } | { report: null; refusal: string }

/** Sends a file to be read (`isDryRun`) or imported. A refusal is a value: one sentence to show. */
export async function sendFile(file: File, request: { isDryRun: boolean; articleId: string }): Promise<Read> {
  if (file.size > MAX_BYTES) return refuse('The file is larger than 50 MB. Split it, or import it with the command on the server.')
  const query = new URLSearchParams({ name: file.name, dryRun: request.isDryRun ? '1' : '0' })
  if (request.articleId.trim() !== '') query.set('articleId', request.articleId.trim())
  try {
    const response = await fetch(`/api/v1/settings/import?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    const value: unknown = await response.json()
    if (response.ok) return { report: value as ImportReport, refusal: null }
    const { status, detail } = value as Problem
    return refuse(status === 401 ? 'You have been signed out. Sign in again in another tab, then retry.' : detail)
  } catch {
    const kept = request.isDryRun ? 'Nothing was imported.' : 'Part of it may be in; importing the same file again is safe.'
    return refuse(`The file could not be sent: the server was not reached, or the file has changed since you chose it. ${kept}`)
  }
}

function refuse(refusal: string): Read {
  return { report: null, refusal }
}
