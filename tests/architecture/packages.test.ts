import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Lock {
  packages: Record<string, { version?: string }>
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<'dependencies' | 'devDependencies', Record<string, string>>

/** Versions below these have published security holes. */
const FLOORS: Record<string, string> = {
  next: '16.4.5',
  react: '19.2.6',
  'react-dom': '19.2.6',
  'next-auth': '4.24.15',
  zod: '4.6.7',
  postcss: '8.5.18',
  nodemailer: '10.0.9',
}

const toNumbers = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number)

function isBelow(version: string, floor: string): boolean {
  const [have, need] = [toNumbers(version), toNumbers(floor)]
  const index = have.findIndex((number, at) => number !== need[at])
  return index !== -1 && (have[index] ?? 0) < (need[index] ?? 0)
}

it('locks no package below its security floor', () => {
  const below = Object.entries(lock.packages).flatMap(([path, { version }]) => {
    const name = path.split('node_modules/').at(-1) ?? ''
    const floor = FLOORS[name]
    return floor !== undefined && version !== undefined && isBelow(version, floor) ? [`${path} ${version} < ${floor}`] : []
  })
  expect(below).toEqual([])
})

it('pins exact versions', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies }
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))).toEqual([])
})
