import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** Source files git knows of, or will once they are added. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /^(app|components|lib|prisma|scripts|tests)\/.*\.(ts|tsx|mts|mjs)$/.test(file) && existsSync(file))
const read = (file: string) => readFileSync(file, 'utf8')

it('keeps every source file within 250 lines', () => {
  expect(files.filter((file) => read(file).trimEnd().split('\n').length > 250)).toEqual([])
})

it('has no room without a name', () => {
  expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\/|\.)/.test(file))).toEqual([])
})

it('has no route file that does more than export a handler', () => {
  const routes = files.filter((file) => /^app\/(api\/v1|v1alpha1)\/.*route\.ts$/.test(file))
  // Each names all methods, so that the ones it has not are refused in our words (lib/http/route.ts).
  const onlyExports =
    /^(import \{[^}]*\} from '@\/lib\/http\/(?:\w+\/)?[\w-]+'\s*)+export const \{ GET, POST, PUT, PATCH, DELETE, OPTIONS \} = route\(\{[^{}()]*\}\)\n$/
  const doesMore = routes.filter((file) => !onlyExports.test(read(file)))
  expect(routes.length).toBeGreaterThan(0)
  expect(doesMore).toEqual([])
})

it('renders text as text: nothing sets inner HTML but the layouts, to two scripts of ours', () => {
  const setters = files.filter((file) => /^(app|components)\//.test(file) && read(file).includes('dangerouslySetInnerHTML'))
  expect(setters).toEqual(['app/(desk)/layout.tsx', 'app/layout.tsx'])
})

it('reads the environment in one place', () => {
  const readers = files.filter((file) => /^(app|components|lib)\//.test(file) && /process\.env\b/.test(read(file)))
  // The server tells the database's address through the environment, since Next's bundles load their own copy of lib.
  expect(
    readers.filter(
      (file) => !['lib/env.ts', 'lib/db/connection.ts', 'lib/services/instance/boot.ts', 'lib/db/embedded-postgres.ts'].includes(file),
    ),
  ).toEqual([])
})
