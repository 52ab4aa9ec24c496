import { describe, expect, it } from 'vitest'
import { Kernel } from '@/lib/scoring/incivility/kernel'
import { KEPT_FORMS, KeptForms } from '@/lib/scoring/incivility/kept-forms'

/** What is kept by number, as the nets keep theirs. */
function keepForms() {
  const byNumber: string[] = []
  const kept = new KeptForms((form, number) => (byNumber[number] = form))
  return { byNumber, read: (forms: readonly string[]) => Array.from(kept.numberWords(forms)) }
}

describe('the numbers of forms', () => {
  it('are the same for the same form, and worked out once', () => {
    const worked: string[] = []
    const kept = new KeptForms((form) => worked.push(form))
    expect(Array.from(kept.numberWords(['the', 'tram', 'the']))).toEqual([0, 1, 0])
    expect(Array.from(kept.numberWords(['tram', 'stop']))).toEqual([1, 2])
    expect(worked).toEqual(['the', 'tram', 'stop'])
  })

  it('are given to others when there is no room, and what is kept by them is always of the form that is asked for', () => {
    const { byNumber, read } = keepForms()
    for (let text = 0; text < KEPT_FORMS / 100; text += 1) {
      const forms = ['often', ...Array.from({ length: 200 }, (_, at) => `seldom-${text * 200 + at}`)]
      expect(read(forms).map((number) => byNumber[number])).toEqual(forms)
    }
    expect(byNumber).toHaveLength(KEPT_FORMS)
    expect(read(['often'])).toEqual([0])
  })

  it('end with the words that a net reads', () => {
    const { read } = keepForms()
    expect(read(Array.from({ length: 500 }, (_, at) => `${at}`))).toEqual(Array.from({ length: 220 }, (_, at) => at))
  })
})

describe('what is kept of a form', () => {
  it('comes back to the nearest thousandth or so, held at 32', () => {
    const kernel = new Kernel()
    const values = [0, 1, -1, 0.1, -6.7665, 31.5, 40, -1e9]
    const [from, packed, to] = [kernel.store(Float32Array.from(values)), kernel.allocate(4), kernel.allocate(8)]
    kernel.run.pack(from, packed, values.length)
    kernel.run.unpack(packed, to, values.length)
    const expected = [0, 1, -1, 102 / 1024, -6929 / 1024, 31.5, 32767 / 1024, -32]
    expect(Array.from(kernel.floats(to, values.length))).toEqual(expected)
  })
})
