import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder = ''
beforeAll(() => void (folder = mkdtempSync(path.join(tmpdir(), 'eval-'))))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a command of the project; what it printed, and what it ended with. */
async function run(script: string, args: readonly string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: 'pipe' })
  const printed = { out: '', err: '' }
  child.stdout.on('data', (data: Buffer) => (printed.out += data.toString()))
  child.stderr.on('data', (data: Buffer) => (printed.err += data.toString()))
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number]
  return { code, ...printed }
}

async function evaluate(name: string, text: string, ...args: string[]) {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return run('scripts/eval.ts', [file, '--no-embedding', ...args])
}

describe('npm run eval', () => {
  it('compares what it can, names the rows it cannot use, and ends with 0', async () => {
    const { code, out } = await evaluate('a.csv', 'text,label\r\n"You idiot, go away",1\r\n"",1\r\nThank you for this,0\r\nMoron,maybe\r\n')
    expect(code).toBe(0)
    expect(out).toContain('4 rows, 1 not usable (2), 1 whose label is none\n')
    expect(out).toMatch(/^uncivil +2 +1 +1\.0000 +1\.0000/m)
  })

  it.each([
    ['a file without rows', 'b.csv', 'text,label\n', 'The file has no rows.'],
    ['a file without labels', 'c.csv', 'text\nThank you\n', 'neither labels nor spans'],
    ['a file without texts', 'd.csv', 'a,b\n1,2x\n', 'No column holds a text'],
    ['one JSON list', 'e.json', '[{"text":"Fool","label":1}]', 'Give each row a line of its own'],
  ])('says what is wrong with %s, and ends with 1', async (_what, name, text, said) => {
    const { code, out, err } = await evaluate(name, text)
    expect(code).toBe(1)
    expect(out + err).toContain(said)
  })

  it('says what a file may look like', async () => {
    const { code, out } = await run('scripts/eval.ts', ['--help'])
    expect(code).toBe(0)
    expect(out).toMatch(/a text \(must be there\) +text, body, comment_text/)
  })
})

describe('npm run score', () => {
  it('goes on after lines that cannot be scored, and ends with 1', async () => {
    const { code, out, err } = await run(
      'scripts/score.ts',
      ['--no-embedding'],
      '{"id":1,"body":"You idiot"}\nno\n{"id":2,"body":"Thanks"}',
    )
    expect(code).toBe(1)
    const lines = out.trim().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as { id?: number }).id)).toEqual([1, undefined, 2])
    expect(lines[1]).toBe('{"error":"line 2 is not JSON"}')
    expect(err).toBe('1 line was refused.\n')
  })
})
