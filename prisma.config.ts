import { defineConfig } from 'prisma/config'

// Prisma's native schema engine is a separate download that `generate` does not need. Naming any existing file stops
// the download; migrations are applied by lib/db/migrate.ts and compared with the schema by scripts/schema-diff.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath
process.env.CHECKPOINT_DISABLE ??= '1'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
})
