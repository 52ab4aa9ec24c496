import { expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { decideComment } from '@/lib/services/comment/decide'
import { ingestComments } from '@/lib/services/comment/ingest'
import { eraseCommenter } from '@/lib/services/erasure/start'
import { eraseNext } from '@/lib/services/erasure/work'
import { addReport } from '@/lib/services/report/add'
import { indexNextTexts } from '@/lib/services/search/index-texts'
import { refuse } from '@/tests/factories/day'
import { makeArticle } from '@/tests/factories/article'
import { readIds } from '@/tests/factories/marked-person'
import { findMarks, NAME, PERSON, TEXT } from '@/tests/factories/marked-words'
import { makeSite } from '@/tests/factories/site'

const ROUNDS = 12
const AUTHOR = { externalId: PERSON, name: NAME }

it('leaves nothing, whatever comes in, is indexed, decided and erased at the same moment', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const site = await makeSite()
    const mo = await site.as('moderator', 'Mo')
    await makeArticle(site, { externalId: 'a' })
    const source = site.asKey('ingest')
    const send = (nth: number, revision: number) =>
      ingestComments(source, [
        { externalId: `c${nth}`, articleExternalId: 'a', author: AUTHOR, body: `${TEXT} ${nth} in its text ${revision}`, revision },
      ])
    for (let nth = 0; nth < 6; nth += 1) await send(nth, 1)
    const ids = await readIds(site)
    const erase = async () => {
      await eraseCommenter(site.asKey('privacy'), PERSON)
      while (await eraseNext(getDb(), new Date(), 2));
    }
    await Promise.all([
      ...[0, 1, 2, 6, 7].map((nth) => send(nth, 2)),
      indexNextTexts(getDb(), 3),
      erase(),
      ...[3, 8, 9, 0].map((nth) => send(nth, 3)),
      decideComment(mo, ids['c4'] ?? '', { version: 1, act: { kind: 'reject', reason: 'spam' }, note: TEXT }).catch(refuse),
      addReport(source, 'c5', { reason: 'abuse', note: TEXT }),
      indexNextTexts(getDb(), 10),
    ])
    while (await eraseNext(getDb(), new Date(), 2));
    while ((await indexNextTexts(getDb(), 50)) > 0);
    expect(await findMarks(), `round ${round}`).toEqual({})
  }
})
