import { afterEach } from 'vitest'

// What a component shows later is waited for: a second, as the package has it, is little on a machine that is busy otherwise. What a test
// has drawn is gone with it: the next file finds an empty page.
if (typeof document !== 'undefined') {
  const { cleanup, configure } = await import('@testing-library/react')
  configure({ asyncUtilTimeout: 30_000 })
  afterEach(cleanup)
}
