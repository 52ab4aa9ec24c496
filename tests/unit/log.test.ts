import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'

/** What a process writes that logs so, and then is killed, ends, or goes on until its first line is there. */
function run(code: string) {
  const source = `import { log } from './lib/log.ts'\n${code}`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', source]
  return spawn(process.execPath, args, { env: { ...process.env, LOG_LEVEL: 'info' }, stdio: ['ignore', 'pipe', 'inherit'] })
}

async function readMessages(code: string): Promise<string[]> {
  const written = await text(run(code).stdout)
  const lines = written.split('\n').filter((line) => line !== '')
  return lines.map((line) => (JSON.parse(line) as { msg: string }).msg)
}

it('writes an error at once, with what came before it, though the process be killed', async () => {
  expect(await readMessages(`log().info('before'); log().error('fault'); process.kill(process.pid, 'SIGKILL')`)).toEqual([
    'before',
    'fault',
  ])
})

it('writes what is left when the process ends', async () => {
  expect(await readMessages(`log().info('one'); log().warn('two'); process.exit(0)`)).toEqual(['one', 'two'])
})

it('writes what it has while the process goes on', async () => {
  const child = run(`log().info('here'); setInterval(() => undefined, 1000)`)
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
  child.kill('SIGKILL')
  expect(String(chunk)).toContain('"msg":"here"')
})
