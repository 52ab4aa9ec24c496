import { describe, expect, it } from 'vitest'
import { loadRooms, ROOMS, type Room } from '@/components/words/rooms'
import { LANGUAGES, type Language } from '@/lib/domain/languages'

interface Fault {
  what: string
  found: RegExp
}

/** Straight quotes are part of what is typed there. */
const CODE = ['search phrase', 'import how.ndjson']

const ANY: readonly Fault[] = [
  { what: 'a per cent sign of its own: a share comes from Intl, with its sign', found: /%/ },
  { what: 'a straight quote', found: /["']/ },
  { what: 'two spaces', found: / {2}/ },
]

/** Terms are those that CONTRIBUTING.md lists under "Terms". */
const FAULTS: Record<Language, readonly Fault[]> = {
  en: [
    { what: 'another word for a report', found: /complain/i },
    { what: 'another word for scorers of others', found: /(scorers?|services?) outside/i },
  ],
  de: [
    { what: 'a quotation mark that is not „…“', found: /”|^[^„]*“|„[^“]*$/u },
    { what: 'an ellipsis without a space before it', found: /\p{L}…/u },
    { what: 'another word for the desk', found: /\bPult/ },
    { what: 'a writer who is a man', found: /Verfasser|\b(Nutzer|Leser|Autor|Moderator|Redakteur)(s|en)?\b(?!\/)/ },
    { what: 'du instead of Sie', found: /\b(du|dir|dich|dein\w*)\b/i },
  ],
  ar: [
    { what: 'a Latin comma, semicolon or question mark', found: /\p{Script=Arabic}\s*[,;?]|[,;?]\s*\p{Script=Arabic}/u },
    { what: 'quotation marks that are not «…»', found: /[“”„]|^[^«]*»|«[^»]*$/u },
    { what: 'an arrow that points back', found: /[^\s←] →/u },
    { what: 'Arabic-Indic digits', found: /[٠-٩۰-۹]/u },
    { what: 'another word than البتّ for deciding on something', found: /القرار فيها|القرار في \{|قرر(ت|تَ)? في/u },
  ],
}

describe.each(LANGUAGES)('the words in %s', async (language) => {
  const rooms = Object.entries(await loadRooms(language, Object.keys(ROOMS) as Room[]))
  const sentences = rooms.flatMap(([room, words]) =>
    Object.entries(words).flatMap(([key, message]) =>
      (typeof message === 'string' ? [message] : Object.values(message)).map((sentence) => ({ at: `${room} ${key}`, sentence })),
    ),
  )

  it.each([...ANY, ...FAULTS[language]])('never have $what', ({ found }) => {
    const wrong = sentences.filter(({ at, sentence }) => found.test(sentence) && !CODE.includes(at))
    expect(wrong).toEqual([])
  })

  it('are all there', () => {
    expect(sentences.length).toBeGreaterThan(1200)
  })
})
