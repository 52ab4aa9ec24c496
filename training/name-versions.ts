// Names the versions of the scorers by what they say of the probes: node --import tsx training/name-versions.ts
// Writes lib/scoring/scorer-versions.ts, and the numbers that a test compares. A version is another when any number is.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { measureProbes, nameVersion, TOLERANCE, type Measured } from './probes'

const root = path.join(import.meta.dirname, '..')
const kept = path.join(root, 'tests/fixtures/scoring/probes.json')
const before = existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Measured) : {}
const now = await measureProbes()

const isSame = (left: number[][], right: number[][]) =>
  left.length === right.length &&
  left.every(
    (row, at) => row.length === right[at]?.length && row.every((value, place) => Math.abs(value - (right[at]?.[place] ?? NaN)) < TOLERANCE),
  )

// Another machine may differ in the last place: that is no new version.
const measured = Object.fromEntries(
  Object.entries(now).map(([name, numbers]) => {
    const old = before[name]
    return [name, old !== undefined && isSame(old, numbers) ? old : numbers]
  }),
)
writeFileSync(kept, `${JSON.stringify(measured)}\n`)
const lines = Object.entries(measured).map(([name, numbers]) => `  ${name}: '${nameVersion(numbers)}',`)
writeFileSync(
  path.join(root, 'lib/scoring/scorer-versions.ts'),
  `/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
${lines.join('\n')}
} as const
`,
)
console.log(lines.join('\n'))
