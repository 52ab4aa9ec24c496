import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// What hangs is told in the end; that a machine is slow, or busy otherwise, is no failure.
const PATIENCE = { testTimeout: 300_000, hookTimeout: 300_000 }

const shared = { resolve: { alias: { '@': path.resolve(import.meta.dirname) } }, plugins: [react()] }

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          environment: 'node',
          ...PATIENCE,
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          isolate: false,
          setupFiles: ['tests/setup/fresh-start.ts', 'tests/setup/console.ts', 'tests/setup/patience.ts'],
        },
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
