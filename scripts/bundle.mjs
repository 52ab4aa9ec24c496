// Bundles the server and the commands to dist/, so that they run by `node` alone. Packages stay in node_modules.
import path from 'node:path'
import { build } from 'esbuild'

const root = path.resolve(import.meta.dirname, '..')

await build({
  absWorkingDir: root,
  entryPoints: Object.fromEntries([
    ...['serve', 'import', 'create-key', 'score', 'eval', 'rescore', 'reconcile'].map((name) => [name, `scripts/${name}.ts`]),
    ['scoring-worker', 'lib/scoring/scoring-worker.ts'],
    ['learning-worker', 'lib/scoring/judgement/learning-worker.ts'],
  ]),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  tsconfig: 'tsconfig.json',
  logLevel: 'warning',
})
