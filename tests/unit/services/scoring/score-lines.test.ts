import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { LateScorer } from '@/lib/scoring/late-scorer'
import { incivility } from '@/lib/scoring/incivility/incivility'
import { scoreLines } from '@/lib/services/scoring/score-lines'
import { startTextScorer, toInput } from '@/lib/services/scoring/text-scorer'

async function run(lines: string[], isFast = true, slow: LateScorer[] = []): Promise<Record<string, unknown>[]> {
  const scorer = await startTextScorer(isFast, slow)
  const answers = []
  for await (const { text } of scoreLines(Readable.from([Buffer.from(lines.join('\n'))]), scorer)) answers.push(JSON.parse(text))
  await scorer.stop()
  return answers as Record<string, unknown>[]
}

const ARTICLE = {
  title: 'Council votes to close the night tram',
  body: 'The night tram stops in August. The council decided to send buses through the night instead, along the quay and the hospital.',
}

describe('scoreLines', () => {
  it('gives a line for each: numbers, spans and how far it is about its article', async () => {
    const [rude, about] = await run([
      JSON.stringify({ id: 1, body: 'You are an idiot' }),
      JSON.stringify({ id: 'b', body: 'The night tram took nurses to the hospital; buses along the quay are slower.', article: ARTICLE }),
    ])
    expect(rude).toMatchObject({ id: 1, spans: [[11, 16, expect.any(Number)]], topicality: null, reason: 'no article' })
    expect(rude?.['uncivil']).toBeGreaterThan(0.5)
    expect((rude?.['kinds'] as { insult: number }).insult).toBeGreaterThan(0.5)
    expect(about).toMatchObject({ id: 'b', spans: [], reason: null })
    expect(about?.['uncivil']).toBeLessThan(0.3)
    expect(about?.['topicality']).toBeGreaterThan(0.6)
  })

  it('says when a text is too short to tell', async () => {
    expect((await run([JSON.stringify({ id: 1, body: 'Well said!', article: ARTICLE })]))[0]).toMatchObject({
      topicality: null,
      reason: 'too short to tell whether it is on topic',
    })
  })

  it('puts an error in the place of a line that cannot be read, with its id when it has one, and goes on', async () => {
    const answers = await run(['{', '', '{"id":"x"}', '[1]', '{"id":"y","body":"Thank you"}'])
    expect(answers).toEqual([
      { error: 'line 1 is not JSON' },
      { id: 'x', error: 'line 3: body is missing' },
      { error: 'line 4 is not an object' },
      expect.objectContaining({ id: 'y', reason: 'no article' }),
    ])
  })

  it('reads what other programs write: a mark at the start, CRLF, fields of their own, nothing where nothing is', async () => {
    const lines = [
      '\u{feff}{"id":1,"body":"You are an idiot"}\r',
      '{"id":"2","body":"Thank you","lang":"en","article":{"title":null,"body":null}}\r',
      '',
    ]
    const [first, second, ...others] = await run(lines)
    expect(first).toMatchObject({ id: 1, spans: [[11, 16, expect.any(Number)]] })
    expect(second).toMatchObject({ id: '2', reason: 'no article' })
    expect(others).toEqual([])
  })

  it('says in plain words what is wrong with a line', async () => {
    const answers = await run([
      '{"id":1,"body":null}',
      '{"body":"Thank you"}',
      '{"id":null,"body":"Thank you"}',
      '{"id":12345678901234567890,"body":"Thank you"}',
      '{"id":5,"body":"Thank you","article":"Trams"}',
      '{"id":6,"body":"Thank you","article":{"title":7}}',
      JSON.stringify({ id: 7, body: 'a'.repeat(500_001) }),
      '42',
    ])
    expect(answers).toEqual([
      { id: 1, error: 'line 1: body is not a text' },
      { error: 'line 2: id is missing' },
      { error: 'line 3: id is neither a text nor a number' },
      { error: 'line 4: id is too large a number to be given back as it is: write it as a text' },
      { id: 5, error: 'line 5: article is not an object with title and body' },
      { id: 6, error: 'line 6: article.title is not a text' },
      { id: 7, error: 'line 7: body is longer than 500,000 characters' },
      { error: 'line 8 is not an object' },
    ])
  })

  it('tells a text without words from one in another language', async () => {
    const answers = await run([
      '{"id":1,"body":" "}',
      '{"id":2,"body":"?! 2026"}',
      '{"id":3,"body":"Das ist doch der reinste Unsinn, Herr Minister"}',
    ])
    expect(answers.map(({ uncivil, reason }) => [uncivil, reason])).toEqual([
      [null, 'there are no words in it; no article'],
      [null, 'there are no words in it; no article'],
      [null, 'the models do not know this language; no article'],
    ])
  })

  it('holds a line and not the file: a line longer than can be read is passed by, the next is scored', async () => {
    const scorer = await startTextScorer(true)
    let sent = 0
    function* pieces(): Generator<Buffer> {
      for (; sent < 20; sent += 1) yield Buffer.alloc(1024 * 1024, 'a')
      yield Buffer.from('\n{"id":"next","body":"You are an idiot"}\n')
      for (; sent < 1000; sent += 1) yield Buffer.from('{"id":"later","body":"Thank you"}\n')
    }
    const answers = scoreLines(Readable.from(pieces()), scorer)
    expect((await answers.next()).value).toEqual({ text: '{"error":"line 1 is longer than 16 MB"}', isRefused: true })
    expect(JSON.parse(((await answers.next()).value as { text: string }).text)).toMatchObject({ id: 'next' })
    // No more is read ahead of who takes the answers than a stream holds.
    expect(sent).toBeLessThan(60)
    await answers.return(undefined)
    await scorer.stop()
  })

  it('gives the numbers that the desk shows', async () => {
    const body = 'You people are idiots, and the mayor is a crook who should resign.'
    const [line] = await run([JSON.stringify({ id: 1, body })])
    const shown = incivility.score(toInput({ body, parent: null, article: null }))
    expect(line?.['uncivil']).toBe(Math.max(...shown.map(({ value }) => value)))
    expect(shown[0]?.attribute).toBe('uncivil.insult')
  })

  it('lets a slow scorer have the last word on the topic, unless it is left out', async () => {
    let stopped = 0
    const slow: LateScorer = {
      name: 'slow',
      version: '1',
      start: () =>
        Promise.resolve({
          score: (inputs) => Promise.resolve(inputs.map(() => [{ attribute: 'off_topic.article', value: 0.9, reason: null }])),
          stop: () => void (stopped += 1),
        }),
    }
    const line = JSON.stringify({ id: 1, body: 'The night tram took nurses to the hospital.', article: ARTICLE })
    expect((await run([line], false, [slow]))[0]).toMatchObject({ topicality: 0.1 })
    expect((await run([line], true, [slow]))[0]?.['topicality']).toBeGreaterThan(0.5)
    expect(stopped).toBe(1)
  })
})
