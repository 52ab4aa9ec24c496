import { expect, it } from 'vitest'
import { excerptFound, findWords } from '@/components/search/highlight'

const found = (text: string, search: string) => findWords(text, search).map(({ start, end }) => text.slice(start, end))

it.each([
  ['See http://home-riches.example/x now', 'home-riches', ['home-riches']],
  ['See http://home-riches.example/x now', 'riches', ['riches']],
  ['See http://home-riches.example/x now', 'http://home-riches.example/x', ['http://home-riches.example/x']],
  ['home alone, riches alone', 'home-riches', []],
  ['Our well-being, our well being', 'well-being', ['well-being', 'well being']],
  ['Write to me@example.org or re_write', 'example.org -me re', ['example.org', 're']],
  ['It costs 3.50 and 3 and 50', '3.50', ['3.50']],
  ['Trams, tramways; no streettram', 'tram*', ['Trams', 'tramways']],
  ['home-riches and home-rich', 'home-rich*', ['home-riches', 'home-rich']],
  ['The night tram. Night: tram!', '"night tram"', ['night tram', 'Night: tram']],
  ["I don't, don t, and don", "don't", ["don't", 'don t']],
  ['anything', '"..." -any', []],
])('in %j the search %s is at %j', (text, search, expected) => {
  expect(found(text, search)).toEqual(expected)
})

it('shows a text from a little before what was found far into it', () => {
  const long = `${'So they went on about the swimming baths. '.repeat(8)}Then came the night tram, and the tram won.`
  const { text, spans } = excerptFound(long, 'tram')
  expect(text).toBe('… swimming baths. So they went on about the swimming baths. Then came the night tram, and the tram won.')
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['tram', 'tram'])
})

it('leaves a text as it is where what was found stands near its beginning, or nothing was', () => {
  const text = `The tram. ${'And so on, and so on. '.repeat(20)}`
  expect(excerptFound(text, 'tram')).toEqual({ text, spans: [{ start: 4, end: 8, weight: 1 }] })
  expect(excerptFound(text, 'author:ada')).toEqual({ text, spans: [] })
})

it('begins with what was found where one long word stands before it', () => {
  expect(excerptFound(`${'x'.repeat(300)}!tram`, 'tram').text).toBe('… tram')
})
