import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { expect, it } from 'vitest'
import { getDb, type Db } from '@/lib/db/connection'

const makeSiteRow = () => {
  const id = uuidv7()
  return { id, slug: `s-${id}`, name: 'The Test Gazette' }
}
const isThere = async (id: string) => (await getDb().query('SELECT 1 FROM site WHERE id = $1', [id])).length === 1

it('Prisma and SQL see the same transaction, and it is rolled back as one', async () => {
  const [byPrisma, bySql] = [makeSiteRow(), makeSiteRow()]
  const work = getDb().transaction(async (db) => {
    await db.prisma.site.create({ data: byPrisma })
    await db.query('INSERT INTO site (id, slug, name) VALUES ($1, $2, $3)', [bySql.id, bySql.slug, bySql.name])
    expect(await db.query('SELECT id FROM site WHERE id = ANY($1)', [[byPrisma.id, bySql.id]])).toHaveLength(2)
    expect(await db.prisma.site.count({ where: { id: { in: [byPrisma.id, bySql.id] } } })).toBe(2)
    expect(await isThere(byPrisma.id)).toBe(false)
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect([await isThere(byPrisma.id), await isThere(bySql.id)]).toEqual([false, false])
})

it('Prisma and SQL mean the same instant, whatever time the server keeps', async () => {
  const createdAt = new Date('2026-07-01T22:30:00.250Z')
  const site = { ...makeSiteRow(), createdAt }
  await getDb().prisma.site.create({ data: site })
  const [row] = await getDb().query('SELECT created_at AS at, created_at::text AS written FROM site WHERE id = $1', [site.id])
  expect(row).toEqual({ at: createdAt, written: '2026-07-01 22:30:00.25+00' })
})

it('a transaction within a transaction is the same one', async () => {
  const site = makeSiteRow()
  await getDb().transaction((db) => db.transaction((inner) => inner.prisma.site.create({ data: site })))
  expect(await isThere(site.id)).toBe(true)
})

it('Prisma is not let to open a transaction of its own inside ours, which its commit would end too early', async () => {
  const site = makeSiteRow()
  const work = getDb().transaction(async (db) => {
    await db.prisma.$transaction((own) => own.site.create({ data: site }))
  })
  await expect(work).rejects.toThrow('Prisma may not open a transaction within a transaction of ours.')
  expect(await isThere(site.id)).toBe(false)
})

it('work that goes on after the transaction has failed writes nothing', async () => {
  const site = makeSiteRow()
  let isTold = ''
  const goOn = async (query: ReturnType<typeof getDb>['query']) => {
    await new Promise((resolve) => setTimeout(resolve, 100))
    await query('INSERT INTO site (id, slug, name) VALUES ($1, $2, $3)', [site.id, site.slug, site.name])
  }
  let slow = Promise.resolve()
  const work = getDb().transaction(async (db) => {
    slow = goOn(db.query).catch((error: unknown) => void (isTold = String(error)))
    await Promise.all([slow, db.query('SELECT 1 / 0')])
  })
  await expect(work).rejects.toThrow('division by zero')
  await slow
  expect(isTold).toBe('Error: The transaction is over.')
  expect(await isThere(site.id)).toBe(false)
})

const addSite = (db: Pick<Db, 'query'>, { id, slug, name }: ReturnType<typeof makeSiteRow>) =>
  db.query('INSERT INTO site (id, slug, name) VALUES ($1, $2, $3)', [id, slug, name])

it('the last statements go out with the COMMIT, after which nothing more is written', async () => {
  const [site, late] = [makeSiteRow(), makeSiteRow()]
  const work = getDb().transaction(async (db) => {
    const result = await db.finish(() => Promise.all([db.query('SELECT 1 AS one'), addSite(db, site)]))
    expect(result).toEqual([[{ one: 1 }], []])
    expect(await isThere(site.id)).toBe(true)
    await addSite(db, late)
  })
  await expect(work).rejects.toThrow('The transaction is over.')
  expect([await isThere(site.id), await isThere(late.id)]).toEqual([true, false])
})

it('when one of the last statements fails, that is told and all of the transaction is rolled back', async () => {
  const [before, beside] = [makeSiteRow(), makeSiteRow()]
  const work = getDb().transaction(async (db) => {
    await addSite(db, before)
    await db.finish(() => Promise.all([addSite(db, beside), db.query('SELECT 1 / 0')]))
  })
  await expect(work).rejects.toThrow('division by zero')
  expect([await isThere(before.id), await isThere(beside.id)]).toEqual([false, false])
})

it('the last statements of a transaction within a transaction end neither', async () => {
  const [inner, outer] = [makeSiteRow(), makeSiteRow()]
  await getDb().transaction(async (db) => {
    await db.transaction((within) => within.finish(() => addSite(within, inner)))
    expect(await isThere(inner.id)).toBe(false)
    await addSite(db, outer)
  })
  expect([await isThere(inner.id), await isThere(outer.id)]).toEqual([true, true])
})

it('statements started together are done in their order, each seeing the one before', async () => {
  const site = makeSiteRow()
  const [, found] = await getDb().transaction((db) =>
    Promise.all([
      db.query('INSERT INTO site (id, slug, name) VALUES ($1, $2, $3)', [site.id, site.slug, site.name]),
      db.query<{ name: string }>('SELECT name FROM site WHERE id = $1', [site.id]),
    ]),
  )
  expect(found).toEqual([{ name: 'The Test Gazette' }])
})

it('a connection that breaks in the midst of a transaction fails that transaction and nothing else', async () => {
  const site = makeSiteRow()
  const work = getDb().transaction(async (db) => {
    await db.query('INSERT INTO site (id, slug, name) VALUES ($1, $2, $3)', [site.id, site.slug, site.name])
    const [backend] = await db.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    // Waits until it has ended. Nothing is asked of it when it goes.
    await getDb().query('SELECT pg_terminate_backend($1, 60000)', [backend?.pid])
    await new Promise((resolve) => setTimeout(resolve, 300))
    await db.query('SELECT 1')
  })
  await expect(work).rejects.toThrow(/terminat|not queryable|closed/i)
  expect(await isThere(site.id)).toBe(false)
})

it('lists arrive as they are given, whatever is in them', async () => {
  const text = fc.option(fc.oneof(fc.string({ unit: fc.constantFrom(...'a"\\{},N é\n\t') }), fc.constantFrom('NULL', 'null', '', ' ')))
  const lists = fc.array(fc.tuple(text, fc.option(fc.integer()), fc.option(fc.boolean())), { maxLength: 8 })
  const arrive = async (rows: [string | null, number | null, boolean | null][]) => {
    const given = [rows.map(([a]) => a), rows.map(([, b]) => b), rows.map(([, , c]) => c)]
    const [row] = await getDb().query<{ a: unknown; b: unknown; c: unknown }>(
      'SELECT $1::text[] AS a, $2::int[] AS b, $3::boolean[] AS c',
      given,
    )
    expect(row).toEqual({ a: given[0], b: given[1], c: given[2] })
  }
  await fc.assert(fc.asyncProperty(lists, arrive), { numRuns: 200 })
  const others = [
    [new Date(0), null],
    [
      [1, 2],
      [3, 4],
    ],
    [Buffer.from('x')],
  ]
  const [row] = await getDb().query('SELECT $1::timestamptz[] AS times, $2::int[] AS nested, $3::bytea[] AS bytes', others)
  expect(row).toEqual({ times: others[0], nested: others[1], bytes: others[2] })
})

it('an instant is read as what it is, to the millisecond, whatever zone the server speaks', async () => {
  const at = '2026-11-28T20:29:01.123Z'
  for (const zone of ['UTC', 'Asia/Kolkata', 'America/St_Johns']) {
    const rows = await getDb().transaction(async (db) => {
      await db.query(`SET LOCAL TIME ZONE '${zone}'`)
      return db.query<{ at: Date; text: string }>('SELECT $1::timestamptz AS at, $1::timestamptz::text AS text', [
        '2026-11-28 20:29:01.123456Z',
      ])
    })
    expect(rows.map((row) => row.at.toISOString())).toEqual([at])
    expect(rows[0]?.text.endsWith('+00')).toBe(zone === 'UTC')
  }
})
