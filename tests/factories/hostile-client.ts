import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, vi } from 'vitest'
import { readSecret } from '@/lib/auth/secret'
import type { ImportRunResource } from '@/lib/contracts/import'
import { getDb } from '@/lib/db/connection'
import { findImportRun } from '@/lib/db/import-run'
import { requestAs } from './requests'
import { PATIENT } from './settle'
import type { TestSite } from './site'

type Admin = Awaited<ReturnType<TestSite['as']>>

/** A server in a process of its own, and somebody who means it ill. */
export class HostileClient {
  /** How often each status was answered. */
  readonly statuses = new Map<number, number>()

  private constructor(
    readonly child: ChildProcess,
    readonly port: number,
    private readonly folder: string,
    private readonly key: string,
  ) {}

  static async start(key: string): Promise<HostileClient> {
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-hostile-'))
    const env = { ...process.env, DATA_DIR: folder, NEXTAUTH_SECRET: readSecret(), BULK_MAX_EXPANDED_MB: '8' }
    const execArgv = ['--import', 'tsx/esm', '--expose-gc']
    const child = fork('tests/factories/live-server.ts', { execArgv, env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const [{ port }] = (await once(child, 'message')) as [{ port: number }]
    return new HostileClient(child, port, folder, key)
  }

  async stop(): Promise<void> {
    this.child.kill()
    await rm(this.folder, { recursive: true, force: true })
  }

  /** Bytes. */
  async readMemory(): Promise<{ now: number; peak: number }> {
    this.child.send('memory')
    return ((await once(this.child, 'message')) as [{ now: number; peak: number }])[0]
  }

  /** Sends a request and gives its status; what the server answered is counted for the end. */
  async send(method: string, at: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<number> {
    const init = { method, headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json', ...headers } }
    const response = await fetch(`http://127.0.0.1:${this.port}/api/v1${at}`, body === undefined ? init : { ...init, body })
    await response.arrayBuffer()
    return this.note(response.status)
  }

  note(status: number): number {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
    return status
  }

  /** Writes bytes to a connection as they are; null when it was closed without an answer. */
  async sendRaw(text: string | Buffer, waitMs = 3000): Promise<number | null> {
    const socket = connect(this.port, '127.0.0.1')
    let answer = ''
    socket.on('data', (data) => (answer += data.toString('latin1'))).on('error', () => undefined)
    socket.write(text)
    await Promise.race([
      new Promise((resolve) => socket.once('close', resolve)),
      vi.waitFor(() => expect(answer).toContain('\r\n'), { timeout: waitMs, interval: 20 }).catch(() => undefined),
    ])
    socket.destroy()
    const status = /^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1]
    return status === undefined ? null : this.note(Number(status))
  }

  /** Brings a file in through Settings; the run once it has come to an end. */
  async importFile(admin: Admin, name: string, content: string | Buffer): Promise<{ state: string; refusal: string | null }> {
    const signed = await requestAs(admin.actor, 'POST', '/api/v1/settings/imports')
    const headers = {
      cookie: signed.headers.get('cookie') ?? '',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/octet-stream',
    }
    const response = await fetch(`http://127.0.0.1:${this.port}/api/v1/settings/imports?name=${name}`, {
      method: 'POST',
      headers,
      body: content as BodyInit,
    })
    expect(this.note(response.status)).toBe(202)
    const { id } = (await response.json()) as ImportRunResource
    return vi.waitFor(async () => {
      const run = await findImportRun(getDb(), admin.actor.siteId, id)
      expect(['done', 'failed']).toContain(run?.state)
      return { state: run?.state ?? '', refusal: run?.refusal ?? null }
    }, PATIENT)
  }
}
