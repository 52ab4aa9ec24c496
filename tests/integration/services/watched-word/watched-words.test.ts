import { beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { listWatchedWords } from '@/lib/services/watched-word/list'
import { removeWatchedWord } from '@/lib/services/watched-word/remove'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>

beforeEach(async () => {
  site = await makeSite()
  admin = await site.as('admin')
})

const WORD = { term: 'clown', kind: 'insult' as const, isHeld: false }

describe('watched words', () => {
  it('are listed by term once added', async () => {
    await addWatchedWord(admin, { term: ' Zebra ', kind: null, isHeld: true })
    await addWatchedWord(admin, WORD)
    expect((await listWatchedWords(admin)).map(({ term, kind, isHeld }) => ({ term, kind, isHeld }))).toEqual([
      WORD,
      { term: 'Zebra', kind: null, isHeld: true },
    ])
  })

  it('belong to one site', async () => {
    await addWatchedWord(admin, WORD)
    const other = await (await makeSite()).as('admin')
    expect(await listWatchedWords(other)).toEqual([])
    const [word] = await listWatchedWords(admin)
    await expect(removeWatchedWord(other, word?.id ?? '')).rejects.toMatchObject({ code: 'not_found' })
    expect(await listWatchedWords(admin)).toHaveLength(1)
  })

  it('are refused when they are on the list already', async () => {
    await addWatchedWord(admin, WORD)
    await expect(addWatchedWord(admin, { ...WORD, isHeld: true })).rejects.toMatchObject({ code: 'conflict' })
    expect(await listWatchedWords(admin)).toMatchObject([{ isHeld: false }])
  })

  it('can be removed, once', async () => {
    const { id } = await addWatchedWord(admin, WORD)
    await removeWatchedWord(admin, id)
    expect(await listWatchedWords(admin)).toEqual([])
    await expect(removeWatchedWord(admin, id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it.each([uuidv7(), 'nonsense'])('cannot be removed when there is no such word: %s', async (id) => {
    await expect(removeWatchedWord(admin, id)).rejects.toMatchObject({ code: 'not_found' })
  })

  it.each(['', '   ', 'x'.repeat(101), 'a\u0000b', '\ud800'])('refuse the term %j', async (term) => {
    await expect(addWatchedWord(admin, { ...WORD, term })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it.each(['moderator', 'editor'] as const)('are not for a %s', async (role) => {
    const person = await site.as(role)
    const { id } = await addWatchedWord(admin, WORD)
    await expect(addWatchedWord(person, { ...WORD, term: 'other' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listWatchedWords(person)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(removeWatchedWord(person, id)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await listWatchedWords(admin)).toHaveLength(1)
  })
})
