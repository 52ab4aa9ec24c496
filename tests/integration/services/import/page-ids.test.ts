import { describe, expect, it } from 'vitest'
import { importText, listImported } from '@/tests/factories/import'
import { makeSite } from '@/tests/factories/site'

/** A page whose system numbers the comments of each page anew; the second answers the first. */
const pageOf = (address: string, ...texts: string[]) => {
  const comments = texts.map(
    (text, at) => `<li class="comment" id="post_${at + 1}"><b class="author">Ann</b><div class="comment-text">${text}</div>`,
  )
  return `<!DOCTYPE html><html><head><title>${address}</title><link rel="canonical" href="https://a.example/${address}"></head>
<body><ol class="comment-list">${comments[0] ?? ''}<ol class="children">${comments[1] ?? ''}</li></ol></li>${comments.slice(2).join('</li>')}</li></ol></body></html>`
}

describe('saved pages that have the same ids', () => {
  it('lose no comment to each other, however often they are imported', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    const fog = pageOf('fog', 'Fog again.', 'As ever.', 'Not here.')
    const ferry = pageOf('ferry', 'It is late.', 'As ever it is.')
    const rounds = []
    for (const page of [fog, ferry, fog, ferry]) rounds.push((await importText(ctx, 'page.html', page)).counts)
    expect(rounds.map(({ created, updated, unchanged, invalid }) => [created, updated, unchanged, invalid])).toEqual([
      [3, 0, 0, 0],
      [2, 0, 0, 0],
      [0, 0, 3, 0],
      [0, 0, 2, 0],
    ])
    expect(
      (await listImported(site)).map(({ externalId, parentExternalId, isAttached, body }) => [
        externalId,
        parentExternalId,
        isAttached,
        body,
      ]),
    ).toEqual([
      ['post_1', null, false, 'Fog again.'],
      ['post_2', 'post_1', true, 'As ever.'],
      ['post_3', null, false, 'Not here.'],
      ['https://a.example/ferry#post_1', null, false, 'It is late.'],
      ['https://a.example/ferry#post_2', 'https://a.example/ferry#post_1', true, 'As ever it is.'],
    ])
  })

  it('are one page where they say the same: nothing is brought in twice', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    await importText(ctx, 'page.html', pageOf('fog', 'Fog again.', 'As ever.'))
    const again = await importText(ctx, 'page.html', pageOf('fog?from=feed', 'Fog again.', 'As ever.'))
    expect(again.counts).toMatchObject({ created: 0, invalid: 2 })
    expect(again.problems.at(-1)?.message).toBe('The comment "post_2" is here already, under another article, and stays there.')
    expect(await listImported(site)).toHaveLength(2)
  })
})
