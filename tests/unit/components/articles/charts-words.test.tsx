// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { NuqsTestingAdapter } from 'nuqs/adapters/testing'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { DominanceView } from '@/components/articles/discussion/dominance-view'
import { DriftMap } from '@/components/articles/drift/drift-map'
import { makeFigures } from '@/components/articles/figures'
import { ScoreDistribution } from '@/components/articles/discussion/score-distribution'
import { StandingWords } from '@/components/articles/discussion/standing-words'
import { TurnNote } from '@/components/articles/discussion/turn-note'
import { VolumeChart } from '@/components/articles/discussion/volume-chart'
import { WaitingTimes } from '@/components/articles/discussion/waiting-times'
import { readWords } from '@/components/words/page-words'
import type { Language } from '@/lib/domain/languages'
import { renderWorded } from '@/tests/factories/render-worded'

const AT = '2026-03-09T08:00:00.000Z'
const NODE = {
  depth: 0,
  isCut: false,
  status: 'published' as const,
  isOffTopic: false,
  isUncivil: false,
  isStrayed: false,
  isHeated: false,
}

const TOTALS = { comments: 40, offTopic: 1, suggestedOffTopic: 1, uncivil: 0, suggestedUncivil: 2 }

async function drawCharts(language: Language): Promise<Record<string, ReactNode>> {
  const voice = { t: await readWords(language, 'discussion'), figures: makeFigures(await readWords(language, 'figures')) }
  const bucket = { rejected: 1, uncivil: 2, offTopic: 3, waiting: 0, clean: 1228 }
  const turn = {
    at: AT,
    window: null,
    endedAt: AT,
    comments: 11,
    shareBefore: 0.1,
    shareWithin: 0.5,
    offTopicWithin: 0.3,
    distances: { before: 0.3, within: 0.7 },
    uncivilWithin: 0.2,
  }
  const top = { id: 'a', name: 'أيمن', comments: 12, share: 0.12, offTopic: 1, uncivil: 2, rejected: 3 }
  const node = { ...NODE, id: 'a', parentId: null, at: AT, commenterName: null, offTopic: 0.2, incivility: 0 }
  const map = { nodes: [node], total: 1, window: { from: AT, to: AT }, isWhole: true }
  return {
    volume: <VolumeChart name={voice.t('volume')} volume={{ step: 'week', buckets: [{ at: AT, ...bucket }] }} />,
    scores: <ScoreDistribution {...voice} of="offTopic" counts={[5, 0, 0, 0, 0, 0, 0, 0, 0, 3]} unknown={2} tone="amber" />,
    waits: (
      <WaitingTimes
        {...voice}
        waits={{
          decided: 3,
          medianSeconds: 90,
          p90Seconds: 7000,
          histogram: [
            { fromSeconds: 0, toSeconds: 60, comments: 2 },
            { fromSeconds: 60, toSeconds: null, comments: 1 },
          ],
          within: [{ seconds: 60, share: 0.66 }],
        }}
      />
    ),
    voices: (
      <DominanceView
        {...voice}
        voices={{
          voices: 30,
          top: [top],
          sizes: [
            { comments: 1, voices: 29 },
            { comments: 12, voices: 1 },
          ],
        }}
      />
    ),
    turn: (
      <TurnNote
        {...voice}
        articleId="a"
        unknownAuthor="مجهول"
        totals={TOTALS}
        derailment={{ ...turn, comment: { id: 'c', threadId: 'c', commenterName: null, excerpt: 'نص' } }}
      />
    ),
    course: <TurnNote {...voice} articleId="a" unknownAuthor="مجهول" totals={TOTALS} derailment={null} />,
    throughout: (
      <TurnNote {...voice} articleId="a" unknownAuthor="مجهول" totals={{ ...TOTALS, uncivil: 4, suggestedUncivil: 20 }} derailment={null} />
    ),
    early: <TurnNote {...voice} articleId="a" unknownAuthor="مجهول" totals={{ ...TOTALS, comments: 15 }} derailment={null} />,
    words: (
      <StandingWords
        {...voice}
        articleId="a"
        words={{ words: [{ word: 'جسر', here: 3, ratio: 12.4, z: 3, search: 'جسر*' }], readHere: 9, readElsewhere: 90 }}
      />
    ),
    drift: (
      <QueryClientProvider client={new QueryClient()}>
        <NuqsTestingAdapter>
          <DriftMap articleId="a" start={map} hours={[]} />
        </NuqsTestingAdapter>
      </QueryClientProvider>
    ),
  }
}

const arabic = await drawCharts('ar')

describe('the charts of a discussion', () => {
  it.each(Object.entries(arabic))('hold no English in Arabic: %s', (_, drawn) => {
    const { container } = renderWorded(drawn, 'ar')
    const said = ['aria-label', 'title', 'aria-valuetext'].flatMap((name) =>
      [...container.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    )
    // Keys, and a time zone, are called the same.
    const latin = [container.textContent, ...said].flatMap((text) => text.replaceAll(/Shift|Enter|UTC/g, '').match(/[A-Za-z]{2,}/g) ?? [])
    expect(container.textContent).toMatch(/\p{Script=Arabic}/u)
    expect(latin).toEqual([])
  })

  it('do not say that a discussion stayed on course before it could have turned', async () => {
    const { early, course } = await drawCharts('en')
    expect(renderWorded(early, 'en').container.textContent).toBe(
      'It is too early to tell. It takes 16 comments to see where a discussion turns.',
    )
    expect(renderWorded(course, 'en').container.textContent).toMatch(/^It stayed on course\./)
  })

  it('do not say so either where much strayed all along', async () => {
    const { throughout } = await drawCharts('en')
    expect(renderWorded(throughout, 'en').container.textContent).toMatch(
      /^It strayed from the start\. 5% of its comments are off-topic and 60% uncivil,/,
    )
  })

  it('read a bar with its parts, in the words of the page', async () => {
    const read = async (language: Language) => {
      renderWorded((await drawCharts(language))['volume'], language)
      const reader = screen.getByRole('slider')
      fireEvent.keyDown(reader, { key: 'Home' })
      const words = reader.getAttribute('aria-valuetext')
      cleanup()
      return words
    }
    expect(await read('en')).toBe('Week of 9 Mar 2026: 1,234 comments (1,228 no marks, 3 off-topic, 2 uncivil and 1 rejected)')
    expect(await read('de')).toBe(
      'Woche ab 9. März 2026: 1.234 Kommentare (Ohne Markierung 1.228, Am Thema vorbei 3, Unhöflich 2 und Abgelehnt 1)',
    )
  })
})
