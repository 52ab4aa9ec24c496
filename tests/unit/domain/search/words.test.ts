import { expect, it } from 'vitest'
import { isBeginning, isTogether, openJoints } from '@/lib/domain/search/words'

const asked = (text: string, isPhrase = false) => ({ text, isPhrase })

it('words stand together in a phrase, and where one has joints', () => {
  const searches = [asked('tram'), asked('tram', true), asked('night tram', true), asked('home-riches'), asked('50%')]
  expect(searches.map(isTogether)).toEqual([false, true, true, true, false])
})

it('a star behind a word asks for what begins so, but for the one in a phrase and the one behind a sign', () => {
  expect([asked('tram*'), asked('tram'), asked('tram*', true), asked('!*'), asked('*')].map(isBeginning)).toEqual([
    ...[true, false, false, false, false],
  ])
})

it('joints are opened, other signs are not', () => {
  expect(openJoints('a-b./c:@d_e+f<g&h')).toBe('a b  c  d e f g h')
  expect(openJoints('what? “no”!')).toBe('what? “no”!')
})
