import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { SCORER_VERSIONS } from '@/lib/scoring/scorer-versions'
import { measureProbes, nameVersion, TOLERANCE, type Measured } from '@/training/probes'

/** When this fails after a change that was meant: node --import tsx training/name-versions.ts */
it('a version names the numbers that its scorer gives today', async () => {
  const named = JSON.parse(readFileSync('tests/fixtures/scoring/probes.json', 'utf8')) as Measured
  expect(Object.fromEntries(Object.entries(named).map(([name, numbers]) => [name, nameVersion(numbers)]))).toEqual(SCORER_VERSIONS)
  const today = await measureProbes()
  expect(Object.keys(today)).toEqual(Object.keys(named))
  for (const [name, rows] of Object.entries(today)) {
    for (const [at, row] of rows.entries()) {
      const known = named[name]?.[at] ?? []
      const isSame = row.length === known.length && row.every((value, place) => Math.abs(value - (known[place] ?? NaN)) < TOLERANCE)
      expect(isSame, `${name}, probe ${at}: ${row.join(' ')} instead of ${known.join(' ')}`).toBe(true)
    }
  }
})
