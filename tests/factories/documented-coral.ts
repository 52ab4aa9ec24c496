import { createHmac } from 'node:crypto'
import { getDb } from '@/lib/db/connection'
import { addCoralPhase } from '@/lib/services/coral/manage'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { callDocumented } from './documented-api'
import type { TestSite } from './site'

const SECRET = 'a secret that Coral has made'

/** A Coral site of this site, asking in every way that is documented; the statuses it is answered with, in order. */
export async function askAsCoral(site: TestSite): Promise<number[]> {
  const admin = await site.as('admin')
  await addWatchedWord(admin, { term: 'idiot', kind: 'insult', isHeld: true })
  const { url } = await addCoralPhase(admin, { name: 'Courier', secret: SECRET })
  const send = async (text: string, more: { address?: string; secret?: string; type?: string } = {}) => {
    const { address = url, secret = SECRET, type = 'application/json' } = more
    const signature = createHmac('sha256', secret).update(text).digest('hex')
    const headers = { 'content-type': type, 'x-coral-signature': `sha256=${signature}` }
    return (await callDocumented(new Request(address, { method: 'POST', headers, body: text }))).status
  }
  const ask = (body: string) =>
    JSON.stringify({ action: 'NEW', comment: { body, parentID: null }, story: { id: 's', url: 'https://a.example/' } })
  const answered = [
    await send(ask('You idiot')),
    await send(ask('Thank you')),
    await send('{'),
    await send(ask('Thank you'), { secret: 'another secret' }),
    await send(ask('Thank you'), { address: `${url.slice(0, -4)}0000` }),
    await send(ask('x'.repeat(2 * 1024 * 1024))),
    await send(ask('Thank you'), { type: 'text/plain' }),
    await send('{}'),
  ]
  await getDb().query('ALTER TABLE coral_phase RENAME TO coral_phase_away')
  try {
    return [...answered, await send(ask('Thank you'))]
  } finally {
    await getDb().query('ALTER TABLE coral_phase_away RENAME TO coral_phase')
  }
}
