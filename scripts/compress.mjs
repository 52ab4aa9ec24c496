// Compresses what pages load, once and as small as it gets, to dist/compressed: the server sends it as it is (lib/http/static-files.ts).
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

const root = path.resolve(import.meta.dirname, '..')
const from = path.join(root, '.next/static')
const to = path.join(root, 'dist/compressed')
const encodings = { br: promisify(brotliCompress), gz: (whole) => promisify(gzip)(whole, { level: 9 }) }

async function compress(name) {
  const whole = await readFile(path.join(from, name))
  const target = path.join(to, name)
  await mkdir(path.dirname(target), { recursive: true })
  for (const [ending, encode] of Object.entries(encodings)) await writeFile(`${target}.${ending}`, await encode(whole))
}

await rm(to, { recursive: true, force: true })
const names = await readdir(from, { recursive: true })
await Promise.all(names.filter((name) => /\.(js|css)$/.test(name)).map(compress))
