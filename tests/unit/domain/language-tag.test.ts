import { expect, it } from 'vitest'
import { spellTag } from '@/lib/domain/language-tag'

it.each([
  ['de', 'de'],
  ['DE', 'de'],
  ['PT-br', 'pt-BR'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['x', 'x'],
  ['Ä!', 'ä!'],
  ['', ''],
])('spells %j as %j', (tag, spelt) => expect(spellTag(tag)).toBe(spelt))
