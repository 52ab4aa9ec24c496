// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { uploadFile } from '@/components/import/upload-file'
import { runBatch } from '@/components/moderation/decision/batch-api'
import { postUndo, sendAs } from '@/components/moderation/desk-api'
import { sendJson } from '@/components/settings/send-json'
import { readWords } from '@/components/words/page-words'

const shell = await readWords('en', 'shell')
const words = { shell, t: await readWords('en', 'import') }

afterEach(() => vi.unstubAllGlobals())

/** Stands in the place of the server, which never answers; the headers of what was sent, as they come. */
function hearHeaders(): Headers[] {
  const sent: Headers[] = []
  vi.stubGlobal('fetch', (_: string, init: RequestInit) => (sent.push(new Headers(init.headers)), new Promise(() => undefined)))
  class Request {
    readonly #headers = new Headers()
    readonly upload = {}
    open(): void {}
    setRequestHeader(name: string, value: string): void {
      this.#headers.set(name, value)
    }
    send(): void {
      sent.push(this.#headers)
    }
  }
  vi.stubGlobal('XMLHttpRequest', Request)
  return sent
}

it.each([
  ['a decision taken back', () => postUndo('1'), null],
  ['a batch that begins', () => runBatch('1', 'start', () => undefined), null],
  ['settings that are saved', () => sendJson(shell, 'PATCH', 'settings/site', { name: 'Courier' }), 'application/json'],
  ['what is removed from the settings', () => sendJson(shell, 'DELETE', 'settings/keys/1'), null],
  ['a file that is imported', () => uploadFile(words, new File(['x'], 'x.csv'), '', () => undefined), 'application/octet-stream'],
])('%s goes out in the name of whoever opened the page', (_, send, type) => {
  const sent = hearHeaders()
  sendAs('user-1')
  void send()
  expect(sent.map((headers) => [headers.get('parley-user'), headers.get('content-type')])).toEqual([['user-1', type]])
})
