import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import path from 'node:path'
import type { NodeHandler } from './listener'

/** By how small they are. */
const ENCODINGS = [
  { coding: 'br', ending: '.br' },
  { coding: 'gzip', ending: '.gz' },
]
const TYPES: Record<string, string> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' }
const PREFIX = '/_next/static/'

/**
 * Scripts and styles as the build has compressed them (scripts/compress.mjs), from memory: Next would compress them again, and less
 * well, for each request. Clients that accept neither encoding, and all other requests, are left to `handleByNext`.
 *
 * @param dir holds, by its path below /_next/static/, each file with .br and .gz at its end; they are 1.4 MB in all
 */
export function withStaticFiles(dir: string, handleByNext: NodeHandler): NodeHandler {
  const files = readFiles(dir)
  return async (request, response) => {
    const url = request.url ?? ''
    if (!url.startsWith(PREFIX) || (request.method !== 'GET' && request.method !== 'HEAD')) return handleByNext(request, response)
    const name = url.slice(PREFIX.length).replace(/\?.*$/, '')
    const accepted = request.headers['accept-encoding']
    for (const { coding, ending } of ENCODINGS) {
      const file = accepts(accepted, coding) ? files.get(name + ending) : undefined
      if (file !== undefined) return send(file, coding, TYPES[path.extname(name)] ?? '', response)
    }
    return handleByNext(request, response)
  }
}

function readFiles(dir: string): Map<string, Buffer> {
  if (!existsSync(dir)) return new Map()
  const names = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    ENCODINGS.some(({ ending }) => name.endsWith(ending)),
  )
  return new Map(names.map((name) => [name.split(path.sep).join('/'), readFileSync(path.join(dir, name))]))
}

/** RFC 9110, 12.5.3, as far as browsers use it: a coding is named, and not with a weight of nothing. */
function accepts(header: string | string[] | undefined, coding: string): boolean {
  return String(header ?? '')
    .split(',')
    .some((one) => {
      const [name, weight] = one.toLowerCase().split(';')
      return name?.trim() === coding && !/^\s*q\s*=\s*0(\.0*)?\s*$/.test(weight ?? '')
    })
}

/** Their names change with what is in them. */
function send(file: Buffer, coding: string, type: string, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': type,
    'content-encoding': coding,
    'content-length': file.length,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  })
  response.end(file)
}
