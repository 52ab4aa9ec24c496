/**
 * Prints the SQL that leads from a migrated database to prisma/schema.prisma: nothing when the two agree.
 *
 *   DATABASE_URL=… npm run schema:diff     what a new migration has to contain
 *
 * It runs Prisma's own schema engine, as WebAssembly, because the native one is a download of its own.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import * as engineModule from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const SCHEMA = path.resolve(import.meta.dirname, '../prisma/schema.prisma')

/** The SQL that leads from the database at `databaseUrl` to the schema file; an empty string when they agree. */
export async function diffSchema(databaseUrl: string): Promise<string> {
  await loadEngine()
  const factory = introspectionFactory(databaseUrl)
  const engine = await engineModule.SchemaEngine.new(
    { datamodels: [[SCHEMA, readFileSync(SCHEMA, 'utf8')]] },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  )
  const files = [{ path: SCHEMA, content: readFileSync(SCHEMA, 'utf8') }]
  const result = await engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: path.dirname(SCHEMA) },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
  })
  const sql = (result.stdout ?? '').trim()
  return sql === '-- This is an empty migration.' ? '' : sql
}

let isLoaded = false
async function loadEngine(): Promise<void> {
  if (isLoaded) return
  const file = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    './schema_engine_bg.js': engineModule as unknown as WebAssembly.ModuleImports,
  })
  engineModule.__wbg_set_wasm(instance.exports)
  ;(instance.exports['__wbindgen_start'] as () => void)()
  isLoaded = true
}

/**
 * adapter-pg, with two types of the system catalogue that it does not map by itself, "char" and name[], and with bigint
 * as text: the limits of a sequence are no safe numbers.
 */
function introspectionFactory(url: string): SqlMigrationAwareDriverAdapterFactory {
  const connect = async () => {
    const pool = new CataloguePool({ connectionString: url, max: 1 })
    // A default that is an instant is written in the time of the session.
    pool.on('connect', (client) => void client.query(`SET TimeZone = 'UTC'; SET DateStyle = 'ISO'`))
    const adapter = await new PrismaPg(pool, {}).connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (query: SqlQuery) => {
      const result = await queryRaw(query)
      for (const column of pool.charColumns) result.columnTypes[column] = ColumnTypeEnum.Character
      return result
    }
    return adapter
  }
  return { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect, connectToShadowDb: connect }
}

const OID = { char: 18, bigint: 20, text: 25, nameArray: 1003, textArray: 1009 }

class CataloguePool extends pg.Pool {
  /** Which columns of the last answer were "char". */
  charColumns: number[] = []

  override query = (async (...args: Parameters<pg.Pool['query']>) => {
    const [asked] = args as unknown as [{ types?: pg.CustomTypesConfig }]
    const { types } = asked
    if (types) {
      const getTypeParser = (oid: number, format?: 'text' | 'binary'): unknown =>
        oid === OID.bigint ? String : types.getTypeParser(oid, format)
      asked.types = { ...types, getTypeParser }
    }
    const result = await (super.query as (...all: unknown[]) => Promise<pg.QueryResult>)(...args)
    this.charColumns = result.fields.flatMap((field, index) => (field.dataTypeID === OID.char ? [index] : []))
    for (const field of result.fields) {
      if (field.dataTypeID === OID.char) field.dataTypeID = OID.text
      if (field.dataTypeID === OID.nameArray) field.dataTypeID = OID.textArray
    }
    return result
  }) as unknown as pg.Pool['query']
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write((await diffSchema(process.env['DATABASE_URL'] ?? '')) + '\n')
  process.exit(0)
}
