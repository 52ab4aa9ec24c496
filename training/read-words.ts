// Reads the gathered texts into the words that the models see, by the product's own reader, so that there is one.
//   node --import tsx training/read-words.ts GLOVE_FOLDER
// Reads training/cache/texts.ndjson; writes forms.ndjson (each form once, with its features) and words.ndjson (texts as numbers).
import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import path from 'node:path'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { readHarshLexicon } from '../lib/scoring/incivility/harsh-lexicon'
import { readModelWords } from '../lib/scoring/text/model-words'
import { hashForm, listSubwords } from '../lib/scoring/text/word-features'

const cache = path.join(import.meta.dirname, 'cache')
const glove = new Map(
  readFileSync(path.join(process.argv[2] ?? '', 'words.txt'), 'utf8')
    .split('\n')
    .map((word, row) => [word, row] as const),
)
const vocabulary = { lexicon: readHarshLexicon(), isWord: (form: string) => glove.has(form) }

const forms = new Map<string, number>()
const output = createWriteStream(path.join(cache, 'words.ndjson'))

function number(form: string): number {
  const known = forms.get(form)
  if (known !== undefined) return known
  forms.set(form, forms.size)
  return forms.size - 1
}

interface Line {
  text: string
  parent?: string
}

for await (const line of createInterface({ input: createReadStream(path.join(cache, 'texts.ndjson')) })) {
  const { text, parent, ...rest } = JSON.parse(line) as Line
  const words = readModelWords(text, vocabulary)
  const read = {
    ...rest,
    words: words.map(({ form }) => number(form)),
    starts: words.map(({ start }) => start),
    ends: words.map(({ end }) => end),
  }
  const above = parent === undefined ? undefined : readModelWords(parent, vocabulary).map(({ form }) => number(form))
  if (!output.write(`${JSON.stringify({ ...read, parent: above })}\n`)) await once(output, 'drain')
}
output.end()
const formOutput = createWriteStream(path.join(cache, 'forms.ndjson'))
for (const form of forms.keys()) {
  formOutput.write(`${JSON.stringify({ form, row: glove.get(form) ?? -1, hash: hashForm(form), subwords: listSubwords(form) })}\n`)
}
formOutput.end()
console.log(`${forms.size} forms`)
