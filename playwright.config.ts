import { defineConfig } from '@playwright/test'

/** Flags without which Chromium looks for hosts of its own and hangs where there is no network. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What asks axe. */
const AXE = [
  'accessibility.spec.ts',
  'broken-states.spec.ts',
  'dialogs.spec.ts',
  'questions.spec.ts',
  'settings-states.spec.ts',
  'setup.spec.ts',
  'states.spec.ts',
]

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/setup/server.ts',
  outputDir: 'test-results/browser',
  fullyParallel: false,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  projects: [
    { name: 'browser', testIgnore: AXE, workers: 1 },
    { name: 'axe', testMatch: AXE, fullyParallel: true },
  ],
  forbidOnly: true,
  // A busy machine is no failure, but a test that needs the second try is named in the last lines of `npm test`.
  retries: 1,
  reporter: [['list'], ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? 'test-results/playwright.json' }]],
  use: {
    screenshot: 'only-on-failure',
    // A trace takes as long again as the test: ask for one with --trace on.
    trace: 'off',
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
      args: process.getuid?.() === 0 ? ['--no-sandbox', ...QUIET] : QUIET,
    },
  },
})
