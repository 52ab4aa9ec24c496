import { beforeEach, describe, expect, it } from 'vitest'
import { POST } from '@/app/v1alpha1/[method]/route'
import { AnalyzeAnswer, GoogleError } from '@/lib/contracts/perspective'
import { getDb } from '@/lib/db/connection'
import { findHotHandler } from '@/lib/http/hot-routes'
import { readApiDocument } from '@/lib/http/api/openapi'
import { createApiKey } from '@/lib/services/api-key/create'
import { makeKey } from '@/tests/factories/api-key'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let key: string
beforeEach(async () => {
  site = await makeSite()
  key = await makeKey(site, 'score')
})

interface Answer {
  attributeScores?: Record<
    string,
    { summaryScore: { value: number; type: string }; spanScores: { begin: number; end: number; score: { value: number } }[] }
  >
  error?: { code: number; message: string; status: string; details?: { errorType?: string; reason?: string }[] }
  [name: string]: unknown
}

async function post(body: unknown, { query = `?key=${key}`, method = 'comments:analyze', headers = {} } = {}) {
  const request = new Request(`http://desk.test/v1alpha1/${method}${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const response = await POST(request)
  const answer: unknown = await response.json()
  if (method === 'comments:analyze') {
    const documented = readApiDocument().paths?.['/v1alpha1/comments:analyze']?.post?.responses ?? {}
    expect(Object.keys(documented)).toContain(String(response.status))
    // Parsing drops what the schema does not know: equal means that there was nothing.
    expect((response.ok ? AnalyzeAnswer : GoogleError).parse(answer)).toEqual(answer)
  }
  return { status: response.status, headers: response.headers, body: answer as Answer }
}

const ask = (text: string, attributes: string[] = ['TOXICITY'], more: object = {}) => ({
  comment: { text },
  requestedAttributes: Object.fromEntries(attributes.map((name) => [name, {}])),
  languages: ['en'],
  ...more,
})

describe('comments:analyze', () => {
  it('answers as Perspective did, for every attribute, and says what is left of the allowance', async () => {
    const names = ['TOXICITY', 'SEVERE_TOXICITY', 'INSULT', 'IDENTITY_ATTACK', 'THREAT', 'PROFANITY', 'TOXICITY_EXPERIMENTAL']
    const more = {
      clientToken: 'mine',
      sessionId: 's',
      communityId: 'c',
      doNotStore: true,
      comment: { text: 'You are an idiot.', type: 'PLAIN_TEXT' },
    }
    const { status, headers, body } = await post(ask('', names, more))
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=UTF-8'])
    expect(headers.get('ratelimit')).toMatch(/^"key";r=\d+;t=\d+$/)
    expect(Object.keys(body.attributeScores ?? {})).toEqual(names)
    expect(body).toMatchObject({ languages: ['en'], detectedLanguages: ['en'], clientToken: 'mine' })
    const of = (name: string) => body.attributeScores?.[name]?.summaryScore.value ?? NaN
    expect(of('TOXICITY')).toBeGreaterThan(0.5)
    expect(of('INSULT')).toBeGreaterThan(0.5)
    expect(of('TOXICITY_EXPERIMENTAL')).toBe(of('TOXICITY'))
    expect(of('THREAT')).toBeLessThan(0.5)
    const whole = body.attributeScores?.['TOXICITY']
    expect(whole?.spanScores).toEqual([{ begin: 0, end: 17, score: { value: of('TOXICITY'), type: 'PROBABILITY' } }])
  })

  it('takes the names of fields as the protocol has them, too, and answers in those of JSON', async () => {
    const asJson = {
      comment: { text: 'You are an idiot. Thank you.', type: 'PLAIN_TEXT' },
      requestedAttributes: {
        SEVERE_TOXICITY: { scoreThreshold: 0, scoreType: 'PROBABILITY' },
        IDENTITY_ATTACK: { scoreThreshold: 0.99 },
      },
      languages: ['en'],
      spanAnnotations: true,
      doNotStore: true,
      clientToken: 'mine',
      context: { articleAndParentComment: { parentComment: { text: 'No.' } } },
    }
    const asProtocol = {
      comment: asJson.comment,
      requested_attributes: {
        SEVERE_TOXICITY: { score_threshold: 0, score_type: 'PROBABILITY' },
        IDENTITY_ATTACK: { score_threshold: 0.99 },
      },
      languages: ['en'],
      span_annotations: true,
      do_not_store: true,
      client_token: 'mine',
      context: { article_and_parent_comment: { parent_comment: { text: 'No.' } } },
    }
    const expected = await post(asJson)
    expect(Object.keys(expected.body.attributeScores ?? {})).toEqual(['SEVERE_TOXICITY'])
    expect(await post(asProtocol)).toMatchObject({ status: 200, body: expected.body })
    expect(await post({ ...asJson, client_token: 'other' })).toMatchObject({ body: { clientToken: 'mine' } })
    expect((await post({ ...asProtocol, requested_attributes: { severe_toxicity: {} } })).status).toBe(400)
  })

  it('scores each sentence when spans are asked for, and leaves out what is below its threshold', async () => {
    const text = 'Thank you for this report. You are an idiot.'
    const { body } = await post({
      ...ask(text, [], { spanAnnotations: true }),
      requestedAttributes: { INSULT: { scoreThreshold: 0.5 }, THREAT: { scoreThreshold: 0.9 } },
    })
    expect(Object.keys(body.attributeScores ?? {})).toEqual(['INSULT'])
    const spans = body.attributeScores?.['INSULT']?.spanScores ?? []
    expect(spans.map(({ begin, end }) => text.slice(begin, end))).toEqual(['Thank you for this report.', 'You are an idiot.'])
    expect(spans[1]?.score.value).toBeGreaterThan(spans[0]?.score.value ?? 1)
    const quiet = await post({ ...ask('Thank you.'), requestedAttributes: { TOXICITY: { scoreThreshold: 0.9 } } })
    expect(quiet).toMatchObject({ status: 200, body: { languages: ['en'] } })
    expect(quiet.body).not.toHaveProperty('attributeScores')
  })

  it('stores nothing', async () => {
    await post(ask('You are an idiot.'))
    const counts = await getDb().query<{ count: number }>('SELECT (SELECT count(*) FROM comment) + (SELECT count(*) FROM score) AS count')
    expect(counts).toEqual([{ count: 0 }])
  })

  it.each([
    ['an empty comment', () => ask('  '), 'COMMENT_EMPTY', 'Comment must be non-empty.'],
    [
      'more than 20 kB',
      () => ask('é'.repeat(10_241)),
      'COMMENT_TOO_LONG',
      'Comment text was too many bytes. Value (20482) exceeded limit (20480).',
    ],
    ['no attribute', () => ask('Hello', []), 'NO_REQUESTED_ATTRIBUTES', /requested_attributes/],
    ['no list of attributes', () => ({ comment: { text: 'Hello' } }), 'NO_REQUESTED_ATTRIBUTES', /requested_attributes/],
    [
      'an attribute that is not scored here',
      () => ask('Hello', ['FLIRTATION']),
      'INVALID_REQUEST',
      /^Unknown requested attribute: FLIRTATION\./,
    ],
    [
      'a language that is not English',
      () => ask('Hallo', ['TOXICITY'], { languages: ['de'] }),
      'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
      'Attribute TOXICITY does not support request languages: de',
    ],
    [
      'a text that is not English',
      () => ask('Das ist doch alles völliger Unsinn, was hier geschrieben steht.', ['INSULT'], { languages: undefined }),
      'LANGUAGE_NOT_SUPPORTED_BY_ATTRIBUTE',
      'Attribute INSULT does not support request languages: de',
    ],
    ['markup', () => ask('', ['TOXICITY'], { comment: { text: '<b>x</b>', type: 'HTML' } }), 'INVALID_REQUEST', /PLAIN_TEXT/],
    ['another shape', () => ({ comment: 'text' }), 'INVALID_REQUEST', /^Invalid value at 'comment'/],
  ] as [string, () => object, string, string | RegExp][])(
    'refuses %s in the shape of Google’s APIs',
    async (_, body, errorType, message) => {
      const answer = await post(body())
      expect(answer.status).toBe(400)
      expect(answer.body.error).toMatchObject({
        code: 400,
        status: 'INVALID_ARGUMENT',
        message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
        details: [expect.objectContaining({ errorType })],
      })
    },
  )

  it('refuses without a key, with a wrong one, and with one that may not score', async () => {
    expect(await post(ask('Hello'), { query: '' })).toMatchObject({ status: 403, body: { error: { status: 'PERMISSION_DENIED' } } })
    const wrong = await post(ask('Hello'), { query: '?key=AIza' })
    expect(wrong).toMatchObject({
      status: 400,
      body: { error: { message: 'API key not valid. Please pass a valid API key.', details: [{ reason: 'API_KEY_INVALID' }] } },
    })
    const reader = await makeKey(site, 'read')
    expect(await post(ask('Hello'), { query: `?key=${reader}` })).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringContaining('scope: score') as string } },
    })
    expect((await post(ask('Hello'), { query: '', headers: { 'x-goog-api-key': key } })).status).toBe(200)
  })

  it('refuses what is not JSON, and what is beyond the key’s allowance', async () => {
    expect(await post('{')).toMatchObject({ status: 400, body: { error: { code: 400, status: 'INVALID_ARGUMENT' } } })
    const { key: slow } = await createApiKey(await site.as('admin'), { name: 'slow', scopes: ['score'], rateLimit: 1 })
    expect((await post(ask('Hello'), { query: `?key=${slow}` })).status).toBe(200)
    const refused = await post(ask('Hello'), { query: `?key=${slow}` })
    expect(refused).toMatchObject({ status: 429, body: { error: { status: 'RESOURCE_EXHAUSTED' } } })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('is answered in front of Next, and by Next where a client encodes the colon', async () => {
    expect(findHotHandler('POST', '/v1alpha1/comments:analyze')).toBeDefined()
    expect((await post(ask('Hello'), { method: 'comments%3Aanalyze' })).status).toBe(200)
    expect(await post(ask('Hello'), { method: 'comments:delete' })).toMatchObject({ status: 404, body: { error: { status: 'NOT_FOUND' } } })
  })
})

describe('comments:suggestscore', () => {
  it('is answered and passed over', async () => {
    const body = { comment: { text: 'Hello' }, attributeScores: { TOXICITY: { summaryScore: { value: 1 } } }, clientToken: 't' }
    expect(await post(body, { method: 'comments:suggestscore' })).toMatchObject({ status: 200, body: { clientToken: 't' } })
    expect(await post({ client_token: 't' }, { method: 'comments:suggestscore' })).toMatchObject({ body: { clientToken: 't' } })
    expect(await post(body, { method: 'comments:suggestscore', query: '' })).toMatchObject({ status: 403 })
  })
})
