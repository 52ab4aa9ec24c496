// How many put-downs without a harsh word are missed, and how many civil sentences beside them are taken for uncivil, at .5, by class:
//   node --import tsx training/put-down-list.ts first|second|later [--between] [--tell]
// --between: each stands between two civil sentences, as the middle of a comment. --tell: sentence by sentence.
// The list (tests/fixtures/scoring/put-downs.txt) was written before anything was done about them. Each class has two halves, every other
// line: rules and patterns are made by the first; the second is for reports alone.
import { readIncivility } from '../lib/scoring/incivility/incivility'
import { startThoroughReader } from '../lib/scoring/incivility/thorough-incivility'
import { readPutDownList } from '../tests/fixtures/scoring/read-put-down-list'

const half = process.argv[2] === 'later' ? 'later' : process.argv[2] === 'second' ? 1 : 0
const isTold = process.argv.includes('--tell')
const LINE = 0

const between = (text: string) =>
  `I disagree with the plan, but I see the point of it. ${text} The council will vote in March, and we will see what it costs.`
const list = readPutDownList(half).map(({ name, text }) => ({ name, text: process.argv.includes('--between') ? between(text) : text }))
const reader = await startThoroughReader()
const later = await reader.read(list.map(({ text }) => text))
await reader.stop()
const rows = list.map(({ name, text }, at) => ({
  name,
  text,
  logits: [readIncivility(text)?.logits.uncivil ?? null, later[at]?.logits.uncivil ?? null],
}))

for (const name of new Set(rows.map((row) => row.name))) {
  const own = rows.filter((row) => row.name === name)
  const taken = [0, 1].map((reading) => own.filter(({ logits }) => (logits[reading] ?? -9) >= LINE).length)
  console.log(`${name}: ${own.length}, taken for uncivil ${taken.join(' at once, ')} later`)
}
for (const [reading, when] of ['at once', 'later'].entries()) {
  const count = (kind: string, isTaken: boolean) =>
    rows.filter(({ name, logits }) => name.startsWith(kind) && (logits[reading] ?? -9) >= LINE === isTaken).length
  const of = (kind: string) => rows.filter(({ name }) => name.startsWith(kind)).length
  console.log(`${when}: missed ${count('uncivil', false)} of ${of('uncivil')}, false ${count('civil', true)} of ${of('civil')}`)
}
if (isTold) {
  const show = (logit: number | null | undefined) => (logit === null || logit === undefined ? '–' : (1 / (1 + Math.exp(-logit))).toFixed(2))
  for (const { name, text, logits } of rows) console.log(show(logits[0]), show(logits[1]), name, '|', text)
}
