// Reads the texts in which annotators marked what is uncivil as the net of spans reads them: their words in a text for the sentence encoder, and its pieces.
//   node --import tsx training/span-words.ts
// Reads cache/texts.ndjson; writes cache/span-words.ndjson: of each such text its pieces, where its words are among them, what the nets over
// words say of each (log-odds), and where it stands in the original.
import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { getIncivilityModel } from '../lib/scoring/incivility/model'
import { placeWords } from '../lib/scoring/text/placed-words'
import { PackagedModel } from '../lib/scoring/topicality/encoder/packaged-model.mjs'
import { Tokenizer } from '../lib/scoring/topicality/encoder/tokenizer.mjs'

/** As at run time (lib/scoring/topicality). */
const [MOST_UNITS, MOST_PIECES] = [1500, 128]
/** So many of the sentences written for this project are read too: a test has the run-time read them. */
const EVERY = 120

const cache = path.join(import.meta.dirname, 'cache')
const model = getIncivilityModel()
const tokenizer = new Tokenizer(new PackagedModel().readVocabulary())
const output = createWriteStream(path.join(cache, 'span-words.ndjson'))
let at = -1
for await (const line of createInterface({ input: createReadStream(path.join(cache, 'texts.ndjson')) })) {
  at += 1
  const {
    source,
    text,
    split,
    spans = [],
  } = JSON.parse(line) as { source: string; text: string; split: string; spans?: [number, number][] }
  const isOurs = source === 'templates' && at % EVERY === 0
  const reading = source === 'civil-spans' || isOurs ? model.readThoroughly(text, null) : null
  if (reading === null) continue
  const words = reading.words.slice(0, reading.perWord.length)
  const placed = placeWords(text, words, model.vocabulary)
  const { pieces, ends } = tokenizer.cut(placed.text.slice(0, MOST_UNITS))
  const read = {
    ...(isOurs ? { text, split: 'ours' } : { split }),
    ...{ spans, pieces: pieces.slice(0, MOST_PIECES), pieceEnds: ends.slice(0, MOST_PIECES) },
    ...{
      starts: [...placed.starts],
      ends: [...placed.ends],
      perWord: Array.from(reading.perWord, (logit) => Math.round(logit * 1e4) / 1e4),
    },
    bounds: words.map(({ start, end }) => [start, end]),
  }
  if (!output.write(`${JSON.stringify(read)}\n`)) await once(output, 'drain')
}
output.end()
await once(output, 'finish')
process.exit()
