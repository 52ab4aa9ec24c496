import { mkdtempSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

/**
 * A server of the tests and the threads beside it, bundled as scripts/bundle.mjs bundles the product: a thread does not read
 * TypeScript, and what reads it takes as much memory as a server.
 *
 * @param entry its source, a path within the project
 * @returns the file to start, in a new folder within the project, so that packages are found from there
 */
export async function bundleServer(entry: string): Promise<string> {
  const outdir = mkdtempSync(path.resolve('node_modules', '.bundled-server-'))
  const options = { bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', outdir } as const
  await build({
    ...options,
    entryPoints: {
      server: entry,
      'scoring-worker': 'lib/scoring/scoring-worker.ts',
      'learning-worker': 'lib/scoring/judgement/learning-worker.ts',
    },
    outExtension: { '.js': '.mjs' },
  })
  return path.join(outdir, 'server.mjs')
}
