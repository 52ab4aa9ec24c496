import type { ImportRunResource } from '@/lib/contracts/import-run'
import type { Problem } from '@/lib/contracts/problem'

type Uploaded = { run: ImportRunResource; refusal: null } | { run: null; refusal: string }

/**
 * Sends a file to be read. A refusal is a value: one sentence to show. By XMLHttpRequest, because fetch does not tell how
 * much has been sent.
 *
 * @param onProgress told the share that has been sent, 0–1
 */
export function uploadFile(file: File, articleId: string, onProgress: (share: number) => void): Promise<Uploaded> {
  const query = new URLSearchParams({ name: file.name })
  if (articleId.trim() !== '') query.set('articleId', articleId.trim())
  const request = new XMLHttpRequest()
  request.open('POST', `/api/v1/settings/imports?${query}`)
  request.setRequestHeader('content-type', 'application/octet-stream')
  request.upload.onprogress = ({ loaded }) => onProgress(file.size === 0 ? 1 : loaded / file.size)
  return new Promise((resolve) => {
    request.onload = () => resolve(readAnswer(request))
    request.onerror = () =>
      resolve(
        refuse('The file could not be sent: the server was not reached, or the file has changed since you chose it. Nothing was imported.'),
      )
    request.send(file)
  })
}

function readAnswer({ status, responseText }: XMLHttpRequest): Uploaded {
  try {
    const value: unknown = JSON.parse(responseText)
    if (status === 202) return { run: value as ImportRunResource, refusal: null }
    return refuse(status === 401 ? 'You have been signed out. Sign in again in another tab, then retry.' : (value as Problem).detail)
  } catch {
    return refuse(`The server answered ${status}. Nothing was imported.`)
  }
}

function refuse(refusal: string): Uploaded {
  return { run: null, refusal }
}
