import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const DECISIONS = readdirSync('docs/decisions').filter((name) => /^\d{4}-.*\.md$/.test(name))
const DOCUMENTS = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'training/README.md', 'docs/decisions/README.md'],
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  ...DECISIONS.map((name) => `docs/decisions/${name}`),
]

const read = (file: string) => readFileSync(file, 'utf8')

/** The anchors of a document's headings, as GitHub makes them. */
function listAnchors(file: string): string[] {
  return [...read(file).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

/** Links within the repository that lead nowhere: to no file, or to no heading of one. */
function listBrokenLinks(file: string): string[] {
  const links = [...read(file).matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target = '']) => target)
  return links.filter((link) => {
    if (/^https?:/u.test(link)) return false
    const [name = '', anchor] = link.split('#')
    const target = name === '' ? file : path.join(path.dirname(file), name)
    return !existsSync(target) || (anchor !== undefined && !listAnchors(target).includes(anchor))
  })
}

it.each(DOCUMENTS)('%s links to nothing that is not there', (file) => {
  expect(listBrokenLinks(file)).toEqual([])
})

describe('decisions', () => {
  it('are all in the index, each by its title', () => {
    const index = read('docs/decisions/README.md')
    const missing = DECISIONS.filter((name) => {
      const title = /^# (.+)$/mu.exec(read(`docs/decisions/${name}`))?.[1] ?? ''
      return !index.includes(`[${title}](${name})`)
    })
    expect(missing).toEqual([])
  })

  it.each(DECISIONS)('%s says why, what and at what price', (name) => {
    const headings = [...read(`docs/decisions/${name}`).matchAll(/^## (.+)$/gmu)].map(([, heading]) => heading)
    expect(headings).toEqual(expect.arrayContaining(['Context', 'Decision', 'Consequences']))
  })
})

/** The report fills the template; a sentence that stands in one of them only would be lost, or stay, when it is made the next time. */
it('the model card says what its template says, figures apart', () => {
  const flat = (text: string) => text.replaceAll(/\s+/gu, ' ').trim()
  const card = flat(read('docs/models.md'))
  const sentences = flat(read('training/models.md'))
    .split(/\s*\{\{[\w.]+\}\}\s*/u)
    .filter((sentence) => sentence !== '')
  let end = 0
  const figures = sentences.map((sentence) => {
    const start = card.indexOf(sentence, end)
    expect(start, `the card lacks: ${sentence.slice(0, 200)}`).toBeGreaterThanOrEqual(end)
    const before = card.slice(end, start).trim()
    end = start + sentence.length
    return before
  })
  expect(end).toBe(card.length)
  // A table of figures, with a note on it in brackets, or a few figures within a sentence.
  expect(figures.filter((found) => !/^(?:\|.*\|( \(.*\))?|[^|]{0,120})$/u.test(found))).toEqual([])
  expect(figures.filter((found) => found.startsWith('|')).length).toBeGreaterThan(3)
})
