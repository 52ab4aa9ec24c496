// What the product says of texts, at once and later: node --import tsx training/read-rows.ts IN.ndjson OUT.ndjson
// IN: lines {"text"}; OUT: for each the two log-odds of "uncivil", null where it gives no number, and the stretches it marks later. The weights are those below the folder it is
// started in, so that the report can have others read by the same rules.
import { readFileSync, writeFileSync } from 'node:fs'
import { readIncivility } from '../lib/scoring/incivility/incivility'
import { startThoroughReader } from '../lib/scoring/incivility/thorough-incivility'

const [input = '', output = ''] = process.argv.slice(2)
const AT_ONCE = 64
const texts = readFileSync(input, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text)
const reader = await startThoroughReader('all')
const lines: string[] = []
for (let at = 0; at < texts.length; at += AT_ONCE) {
  const lot = texts.slice(at, at + AT_ONCE)
  const later = await reader.read(lot)
  for (const [place, text] of lot.entries()) {
    const marked = later[place]?.reason?.spans.map(({ start, end }) => [start, end]) ?? []
    lines.push(JSON.stringify([readIncivility(text)?.logits.uncivil ?? null, later[place]?.logits.uncivil ?? null, marked]))
  }
}
await reader.stop()
writeFileSync(output, `${lines.join('\n')}\n`)
