import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// What hangs is told in the end; that a machine is slow, or busy otherwise, is no failure.
const PATIENCE = { testTimeout: 300_000, hookTimeout: 300_000 }

const shared = { resolve: { alias: { '@': path.resolve(import.meta.dirname) } }, plugins: [react()] }

const unit = {
  environment: 'node',
  ...PATIENCE,
  isolate: false,
  setupFiles: ['tests/setup/fresh-start.ts', 'tests/setup/console.ts', 'tests/setup/patience.ts'],
}
const COMPONENTS = 'tests/unit/components/**/*.test.{ts,tsx}'

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: { name: 'unit', ...unit, include: ['tests/unit/**/*.test.{ts,tsx}'], exclude: [COMPONENTS] },
      },
      {
        ...shared,
        // What is drawn comes by turns of React's own. As in the browser, what needs the second try is named in the last lines of `npm test`.
        test: { name: 'components', ...unit, include: [COMPONENTS], retry: 1 },
      },
      {
        ...shared,
        test: {
          name: 'architecture',
          environment: 'node',
          include: ['tests/architecture/**/*.test.ts'],
          globalSetup: ['tests/setup/postgres.ts'],
          setupFiles: ['tests/setup/database.ts'],
          ...PATIENCE,
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          environment: 'node',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/setup/postgres.ts'],
          setupFiles: ['tests/setup/fresh-start.ts', 'tests/setup/database.ts', 'tests/setup/console.ts'],
          pool: 'threads',
          isolate: false,
          maxWorkers: 2,
          ...PATIENCE,
        },
      },
    ],
  },
})
