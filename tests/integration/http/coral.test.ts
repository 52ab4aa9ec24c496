import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/v1/coral/[id]/route'
import { getDb } from '@/lib/db/connection'
import { addCoralPhase, deleteCoralPhase, listCoralPhases } from '@/lib/services/coral/manage'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { makeArticle } from '@/tests/factories/article'
import { makeRule } from '@/tests/factories/rule'
import { makeSite, type TestSite } from '@/tests/factories/site'

const SECRET = 'a secret that Coral has made'
type Admin = Awaited<ReturnType<TestSite['as']>>

let site: TestSite
let admin: Admin
let address: string
let phaseId: string
beforeEach(async () => {
  site = await makeSite()
  admin = await site.as('admin')
  await makeArticle(site, { externalId: 'story-1' })
  await addWatchedWord(admin, { term: 'idiot', kind: 'insult', isHeld: false })
  await addWatchedWord(admin, { term: 'casino', kind: null, isHeld: true })
  ;({ id: phaseId, url: address } = await addCoralPhase(admin, { name: 'Courier', secret: SECRET }))
})

/** A request as Coral makes it: indented JSON, signed over its bytes. */
const coralRequest = (body: string, more: object = {}) =>
  JSON.stringify(
    {
      action: 'NEW',
      comment: { body, parentID: null },
      author: { id: 'u1', role: 'COMMENTER' },
      story: { id: 'story-1', url: 'https://courier.example/story-1' },
      site: { id: 's' },
      tenantID: 't',
      tenantDomain: 'localhost',
      ...more,
    },
    null,
    2,
  )
const sign = (text: string, secret = SECRET) => `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`
const post = async (text: string, signature = sign(text), url = address) => {
  const headers = { 'content-type': 'application/json', 'x-coral-signature': signature }
  const response = await POST(new Request(url, { method: 'POST', headers, body: text }))
  const answer = await response.text()
  return { status: response.status, body: answer === '' ? null : (JSON.parse(answer) as Record<string, unknown>) }
}

describe('an external moderation phase of Coral', () => {
  it('has nothing to say of a comment that breaks no rule', async () => {
    expect(await post(coralRequest('<div>Thank you for this.</div>'))).toEqual({ status: 204, body: null })
  })

  it('flags what is uncivil and withholds held words, in HTML or not', async () => {
    const toxic = [{ actionType: 'FLAG', reason: 'COMMENT_DETECTED_TOXIC' }]
    expect(await post(coralRequest('You <b>idi</b>ot!'))).toEqual({ status: 200, body: { actions: toxic } })
    expect(await post(coralRequest('The best casino'))).toEqual({ status: 200, body: { status: 'SYSTEM_WITHHELD' } })
    expect(await post(coralRequest('An idiot in a casino', { action: 'EDIT' }))).toEqual({
      status: 200,
      body: { status: 'SYSTEM_WITHHELD', actions: toxic },
    })
  })

  it('asks for pre-moderation where the site reads everything', async () => {
    await getDb().query(`UPDATE site SET policy = policy || '{"holdAll": true}' WHERE id = $1`, [site.id])
    expect(await post(coralRequest('Thank you.'))).toEqual({ status: 200, body: { status: 'PREMOD' } })
  })

  it('hears of the newsroom’s own rules: held, rejected, or let through where the site reads everything', async () => {
    const admin = await site.as('admin')
    await makeRule(admin, { condition: 'links>0', outcome: 'reject', reason: 'spam' })
    await makeRule(admin, { condition: 'zeppelin', outcome: 'hold' })
    await makeRule(admin, { condition: 'tram', outcome: 'publish' })
    expect((await post(coralRequest('Pills at https://pills.example'))).body).toEqual({ status: 'REJECTED' })
    expect((await post(coralRequest('A zeppelin.'))).body).toEqual({ status: 'PREMOD' })
    await getDb().query(`UPDATE site SET policy = policy || '{"holdAll": true}' WHERE id = $1`, [site.id])
    expect((await post(coralRequest('The tram.'))).status).toBe(204)
    expect((await post(coralRequest('The bus.'))).body).toEqual({ status: 'PREMOD' })
  })

  it('stores nothing', async () => {
    await post(coralRequest('You idiot'))
    expect(await getDb().query('SELECT 1 FROM comment WHERE site_id = $1', [site.id])).toEqual([])
  })

  it('takes any of several signatures, as they come while Coral rotates its secret', async () => {
    const text = coralRequest('You idiot')
    expect((await post(text, `${sign(text, 'an older secret')},${sign(text)}`)).status).toBe(200)
  })

  it.each([
    ['none', () => ''],
    ['that of another secret', (text: string) => sign(text, 'another secret')],
    ['that of another text', (text: string) => sign(`${text} `)],
    ['half a signature', (text: string) => sign(text).slice(0, 40)],
    ['another algorithm', (text: string) => `sha1=${createHmac('sha1', SECRET).update(text).digest('hex')}`],
  ])('refuses a signature: %s', async (_, make) => {
    const text = coralRequest('You idiot')
    expect(await post(text, make(text))).toMatchObject({ status: 401, body: { type: '/problems/unauthenticated' } })
  })

  it('refuses what is no request of Coral, and phases that are not there', async () => {
    expect((await post('{"action":"NEW"}')).status).toBe(422)
    expect((await post('{')).status).toBe(400)
    const text = coralRequest('Hello')
    expect((await post(text, sign(text), `${address.slice(0, -4)}0000`)).status).toBe(404)
    expect((await post(text, sign(text), address.replace(phaseId, 'x'))).status).toBe(404)
  })

  it('tells when it was used, and is gone once it is removed', async () => {
    expect((await listCoralPhases(admin))[0]).toMatchObject({ name: 'Courier', url: address, lastUsedAt: null })
    await post(coralRequest('Hello'))
    expect((await listCoralPhases(admin))[0]?.lastUsedAt).toEqual(expect.any(String))
    await deleteCoralPhase(admin, phaseId)
    expect((await post(coralRequest('Hello'))).status).toBe(404)
    await expect(deleteCoralPhase(admin, phaseId)).rejects.toMatchObject({ code: 'not_found' })
    const acts = await getDb().query('SELECT act, subject_name FROM audit_entry WHERE site_id = $1 AND subject_id = $2 ORDER BY id', [
      site.id,
      phaseId,
    ])
    expect(acts).toEqual([
      { act: 'coral_phase.create', subject_name: 'Courier' },
      { act: 'coral_phase.delete', subject_name: 'Courier' },
    ])
  })

  it('is for administrators to set up', async () => {
    for (const role of ['moderator', 'editor'] as const) {
      await expect(addCoralPhase(await site.as(role), { name: 'x', secret: SECRET })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(listCoralPhases(await site.as(role))).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(addCoralPhase(admin, { name: 'x', secret: 'short' })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})
