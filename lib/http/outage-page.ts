import type { IncomingMessage } from 'node:http'
import { makeSecurityHeaders } from '../auth/security-headers'
import { chooseLanguage, type Language } from '../domain/languages'
import { findOutage } from '../services/health/away'
import type { NodeHandler } from './listener'

/** What is no page, as in proxy.ts. */
const NO_PAGE = /^\/(api|v1alpha1|\$discovery|_next)\//

/**
 * While the database is away, whoever opens a page is told so by a page that needs none: 503, and asked for again by itself. A desk that is
 * open asks Next for parts of pages, and says it in its own frame: it may hold decisions that are still to be sent.
 *
 * @param writePage the page, as HTML that is asked for again after so many seconds
 */
export function withOutagePage(
  writePage: (language: Language, afterSeconds: number) => Promise<string>,
  handleByNext: NodeHandler,
): NodeHandler {
  return async (request, response) => {
    const outage = opensPage(request) ? await findOutage() : null
    if (outage === null) return handleByNext(request, response)
    const seconds = outage.detail.retryAfterSeconds ?? 1
    const page = await writePage(chooseLanguage(request.headers['accept-language'] ?? null), seconds)
    response.writeHead(503, {
      ...makeSecurityHeaders(crypto.randomUUID()),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': String(seconds),
    })
    response.end(request.method === 'HEAD' ? undefined : page)
  }
}

/** Whether a browser asks for a whole page; the parts of one that Next's own scripts ask for are marked. */
function opensPage({ method, url = '/', headers }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false
  return headers.accept?.includes('text/html') === true && headers['rsc'] === undefined && !NO_PAGE.test(url)
}
