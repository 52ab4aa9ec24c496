import { describe, expect, it } from 'vitest'
import { findDerailment, type TalkStretch } from '@/lib/domain/derailment'
import { demoArticles } from '@/prisma/demo/articles'
import type { DemoComment } from '@/prisma/demo/types'
import { chance } from '../../factories/chance'

/** So many comments, each of which strays with the probability that `shareAt` gives for its place. */
function build(seed: number, length: number, shareAt: (place: number) => number): TalkStretch[] {
  const next = chance(seed)
  return Array.from({ length }, (_, place) => ({ comments: 1, strayed: next() < shareAt(place) ? 1 : 0 }))
}

/** On topic but for one in twelve, then a quarrel from comment 60 (counted from 0) of 120 on. */
const quarrel = (seed: number, heat: number) => build(seed, 120, (place) => (place < 60 ? 0.08 : heat))
const seeds = Array.from({ length: 50 }, (_, seed) => seed + 1)

describe('the moment when a discussion derailed', () => {
  it('is found within 5 comments of where the quarrel was built in', () => {
    const found = seeds.map((seed) => findDerailment(quarrel(seed, 0.9)))
    expect(found.filter((one) => one === null)).toEqual([])
    const misses = found.map((one) => Math.abs((one?.began ?? 0) - 60))
    expect(misses.filter((miss) => miss <= 5).length).toBeGreaterThanOrEqual(49)
    expect(misses.toSorted((a, b) => a - b)[25]).toBe(0)
  })

  it.each([0.02, 0.05, 0.1, 0.15, 0.2])('is found so in 9 of 10 threads or more, however restless (%s) and hot they are', (base) => {
    for (const heat of [1, 0.9, 0.8]) {
      const found = Array.from({ length: 100 }, (_, seed) =>
        findDerailment(build(seed * 7919 + 60, 120, (place) => (place < 60 ? base : heat))),
      )
      const near = found.filter((one) => one !== null && Math.abs(one.began - 60) <= 5)
      expect(near.length, `of 100 at ${heat}`).toBeGreaterThanOrEqual(90)
    }
  })

  it.each([0.02, 0.1, 0.2])('is found when the quarrel is over after 20 comments, in a thread with %s of noise', (base) => {
    const found = seeds.map((seed) => findDerailment(build(seed * 131, 120, (place) => (place >= 60 && place < 80 ? 0.95 : base))))
    expect(found.filter((one) => one !== null && Math.abs(one.began - 60) <= 5).length).toBeGreaterThanOrEqual(48)
  })

  it('is noticed, reading along, within 5 comments when everything strays', () => {
    const found = findDerailment(build(7, 120, (place) => (place < 60 ? 0 : 1)))
    expect(found).toMatchObject({ began: 60, last: 119, shareBefore: 0, shareWithin: 1, comments: 60 })
    expect((found?.noticed ?? Infinity) - 60).toBeLessThanOrEqual(5)
  })

  it('is told apart from calm: 50 calm threads raise at most one false alarm', () => {
    const alarms = seeds.filter((seed) => findDerailment(build(seed * 31, 120, () => 0.1)) !== null)
    expect(alarms.length).toBeLessThanOrEqual(1)
  })

  it('is wrongly seen in fewer than one calm discussion in a hundred, of any length and base line', () => {
    const alarms = [30, 60, 120, 240].flatMap((length) =>
      [0.02, 0.1, 0.25, 0.5].flatMap((share) =>
        Array.from({ length: 100 }, (_, seed) => findDerailment(build(seed * 977 + length, length, () => share)) !== null),
      ),
    )
    expect(alarms.filter(Boolean).length / alarms.length).toBeLessThan(0.01)
  })

  it('has an end when the talk came back', () => {
    const found = findDerailment(build(3, 200, (place) => (place >= 80 && place < 120 ? 0.9 : 0.06)))
    expect(Math.abs((found?.began ?? 0) - 80)).toBeLessThanOrEqual(3)
    expect(Math.abs((found?.last ?? 0) - 119)).toBeLessThanOrEqual(3)
  })

  it('is none when the talk strayed from its first comment on', () => {
    expect(findDerailment(build(5, 200, () => 0.85))).toBeNull()
  })

  it('is none without enough comments, and without any', () => {
    expect(findDerailment([])).toBeNull()
    expect(findDerailment(build(1, 12, (place) => (place < 6 ? 0 : 1)))).toBeNull()
  })

  it('is found in hours as in comments', () => {
    const hours = Array.from({ length: 48 }, (_, hour) => ({ comments: 40, strayed: hour < 30 ? 3 : 22 }))
    expect(findDerailment(hours)).toMatchObject({ began: 30, last: 47, shareBefore: 0.075, shareWithin: 0.55, comments: 720 })
  })

  it('is found in a discussion of 100,000 comments, near enough to look there', () => {
    const long = build(11, 100_000, (place) => (place < 40_000 ? 0.1 : 0.6))
    expect(Math.abs((findDerailment(long)?.began ?? 0) - 40_000)).toBeLessThanOrEqual(170)
  })
})

/** A demo discussion in the order in which it was written; `strays` says which comments do. */
function tellDemo(slug: string, strays: (comment: DemoComment) => boolean): { keys: string[]; stretches: TalkStretch[] } {
  const walk = (comments: readonly DemoComment[]): DemoComment[] => comments.flatMap((one) => [one, ...walk(one.replies ?? [])])
  const all = walk(demoArticles.find((article) => article.slug === slug)?.comments ?? []).sort((a, b) => a.at - b.at)
  return { keys: all.map(({ key }) => key), stretches: all.map((one) => ({ comments: 1, strayed: strays(one) ? 1 : 0 })) }
}

const isMarked = ({ decision }: DemoComment) =>
  decision !== undefined &&
  (decision.kind === 'off_topic' || decision.kind === 'uncivil' || (decision.kind === 'reject' && decision.reason !== 'spam'))

describe('the demo discussions', () => {
  it.each(demoArticles.map(({ slug }) => slug))('%s: scattered marks are no derailment', (slug) => {
    expect(findDerailment(tellDemo(slug, isMarked).stretches)).toBeNull()
  })

  it('the night tram drifts to the airport once that thread counts as what it is, and comes back after a night', () => {
    const { keys, stretches } = tellDemo('night-tram', (comment) => isMarked(comment) || /^(airport|shouting)-/.test(comment.key))
    const found = findDerailment(stretches)
    expect(found).toMatchObject({ began: 56, last: 98, comments: 43 })
    expect(found?.shareBefore).toBeCloseTo(0.071, 3)
    expect(found?.shareWithin).toBeCloseTo(0.488, 3)
    const firstAnswers = keys.slice(found?.began, 66).filter((key) => key.startsWith('airport-'))
    expect(firstAnswers).not.toEqual([])
  })
})

it('does not call two strays some time before a quarrel its beginning', () => {
  const quarrel = (place: number) => place >= 60 && [0, 1, 3, 4].includes(place % 7)
  const stretches = Array.from({ length: 120 }, (_, place) => ({
    comments: 1,
    strayed: place === 49 || place === 50 || quarrel(place) ? 1 : 0,
  }))
  expect(findDerailment(stretches)).toMatchObject({ began: 60, last: 116 })
})
