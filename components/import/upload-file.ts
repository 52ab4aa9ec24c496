import type { ImportRunResource } from '@/lib/contracts/import'
import type { Problem } from '@/lib/contracts/problem'
import { nameSender } from '../moderation/desk-api'
import { wordProblem } from '../words/failures'
import type { Words } from '../words/rooms'

/** The words a refusal is told in. */
interface Told {
  t: Words<'import'>
  shell: Words<'shell'>
}

type Uploaded = { run: ImportRunResource; refusal: null } | { run: null; refusal: string }

/**
 * Sends a file to be read. A refusal is a value: one sentence to show. By XMLHttpRequest, because fetch does not tell how
 * much has been sent.
 *
 * @param onProgress told the share that has been sent, 0–1
 */
export function uploadFile(told: Told, file: File, articleId: string, onProgress: (share: number) => void): Promise<Uploaded> {
  const query = new URLSearchParams({ name: file.name })
  if (articleId.trim() !== '') query.set('articleId', articleId.trim())
  const request = new XMLHttpRequest()
  request.open('POST', `/api/v1/settings/imports?${query}`)
  const headers = { 'content-type': 'application/octet-stream', ...nameSender() }
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
  request.upload.onprogress = ({ loaded }) => onProgress(file.size === 0 ? 1 : loaded / file.size)
  return new Promise((resolve) => {
    request.onload = () => resolve(readAnswer(told, request))
    request.onerror = () => resolve(refuse(told.t('notSent')))
    request.send(file)
  })
}

function readAnswer({ t, shell }: Told, { status, responseText }: XMLHttpRequest): Uploaded {
  try {
    const value: unknown = JSON.parse(responseText)
    if (status === 202) return { run: value as ImportRunResource, refusal: null }
    return refuse(wordProblem(shell, value as Problem))
  } catch {
    return refuse(t('oddAnswer', { status: String(status) }))
  }
}

function refuse(refusal: string): Uploaded {
  return { run: null, refusal }
}
