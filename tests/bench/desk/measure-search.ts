import type { DeskClient } from './desk-client'
import { measure, print } from './measure'
import type { Seeded } from './seed'

/** Search by word, phrase, author and more, the newest fifty first. */
export async function measureSearch(desk: DeskClient, seeded: Seeded): Promise<void> {
  for (const [name, address] of Object.entries(listSearches(seeded))) print(name, await measure(() => desk.get(address), 60, 6))
}

/** What is searched for, each with its address. */
export function listSearches(seeded: Seeded): Record<string, string> {
  const searches: Record<string, string> = {
    'a word in 1 of 1,000': seeded.rareWord,
    'a word in 1 of 10 and more': seeded.commonWord,
    'a word nobody wrote': 'xylophone',
    'a phrase': `"${seeded.phrase}"`,
    'two words': `${seeded.rareWord} ${seeded.commonWord}`,
    'a word without another': `${seeded.rareWord} -bridge`,
    'an author': `author:"${seeded.author}"`,
    'an author and a word': `author:"${seeded.author}" ${seeded.commonWord}`,
    'an article’s title': 'article:"Article 77 "',
  }
  return Object.fromEntries(
    Object.entries(searches).map(([name, q]) => [`search: ${name}`, `/queue?queue=newest&q=${encodeURIComponent(q)}`]),
  )
}
