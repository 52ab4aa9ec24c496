// Cuts the gathered texts into the pieces of words that the sentence encoder reads, terms of identity masked as at run time, and once more with
// some other word in place of the terms, so that a head over the encoder meets groups that no list has.
//   node --import tsx training/pieces.ts
// Reads cache/texts.ndjson; writes cache/pieces.ndjson: of each text its numbers, and those of the other wording or null.
import { createReadStream, createWriteStream, readFileSync } from 'node:fs'
import path from 'node:path'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { getIncivilityModel } from '../lib/scoring/incivility/model'
import { maskIdentityTerms } from '../lib/scoring/text/masked-text'
import { showText } from '../lib/scoring/text/shown-text'
import { PackagedModel } from '../lib/scoring/topicality/encoder/packaged-model.mjs'
import { Tokenizer } from '../lib/scoring/topicality/encoder/tokenizer.mjs'

const MOST_UNITS = 1500
/** Rows of the general words that are neither too common nor too rare to stand for a group. */
const [COMMONEST, RAREST] = [3_000, 40_000]

const cache = path.join(import.meta.dirname, 'cache')
const tokenizer = new Tokenizer(new PackagedModel().readVocabulary())
const words = readFileSync(path.join(import.meta.dirname, '../lib/scoring/weights/general-words.txt'), 'utf8').split('\n')
const others = words.slice(COMMONEST, RAREST).filter((word) => /^[a-z]+$/.test(word))
const { vocabulary } = getIncivilityModel()
const encode = (text: string) => tokenizer.cut(text.slice(0, MOST_UNITS) || ' ').pieces
const output = createWriteStream(path.join(cache, 'pieces.ndjson'))
let state = 20261129
for await (const line of createInterface({ input: createReadStream(path.join(cache, 'texts.ndjson')) })) {
  const text = showText((JSON.parse(line) as { text: string }).text)
  const masked = maskIdentityTerms(text, vocabulary)
  // Numerical Recipes' generator: the same words every time.
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  const other = others[Math.floor((state / 2 ** 32) * others.length)] ?? ''
  const pieces = [encode(masked), masked === text ? null : encode(maskIdentityTerms(text, vocabulary, other))]
  if (!output.write(`${JSON.stringify(pieces)}\n`)) await once(output, 'drain')
}
output.end()
await once(output, 'finish')
process.exit()
