import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { LateScorer } from '@/lib/scoring/late-scorer'
import { scoreLines } from '@/lib/services/scoring/score-lines'
import { startTextScorer } from '@/lib/services/scoring/text-scorer'

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
      { id: 'x', error: expect.stringMatching(/^line 3, body: /) as string },
      { error: expect.stringMatching(/^line 4: /) as string },
      expect.objectContaining({ id: 'y', reason: 'no article' }),
    ])
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
