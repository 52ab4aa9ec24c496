// What word lists find in the test rows: node --import tsx training/word-lists.ts
// Reads cache/texts.ndjson; writes cache/word-lists.ndjson, a line for each row of the test split: {"toad", "cuss"} as 0 or 1.
import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { Profanity } from '@2toad/profanity'
import { cuss } from 'cuss'

const cache = path.join(import.meta.dirname, 'cache')
const profanity = new Profanity()
/** Cuss rates words 0 to 2 by how likely they are meant as profanity. */
const CERTAIN = 2
const output = createWriteStream(path.join(cache, 'word-lists.ndjson'))
for await (const line of createInterface({ input: createReadStream(path.join(cache, 'texts.ndjson')) })) {
  const { text } = JSON.parse(line) as { text: string }
  const words = text.toLowerCase().match(/[a-z]+/g) ?? []
  output.write(
    `${JSON.stringify({ toad: Number(profanity.exists(text)), cuss: Number(words.some((word) => Object.hasOwn(cuss, word) && cuss[word] === CERTAIN)) })}\n`,
  )
}
output.end()
