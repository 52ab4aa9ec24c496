import { expect, it } from 'vitest'
import { writeCell, writeCsvLine } from '@/lib/domain/csv-cell'

it.each([
  ['=1+1', "'=1+1"],
  ['＝1+1', "'＝1+1"],
  ['\t=1', `"'\t'=1"`],
  ['fine; =cmd|calc', `"fine; '=cmd|calc"`],
  ['one;-cmd|calc', `"one;'-cmd|calc"`],
  ['nice ;-) and 2=2', '"nice ;-) and 2=2"'],
  ['a "b"', '"a ""b"""'],
  ['plain', 'plain'],
])('%j is a cell that no spreadsheet runs', (text, cell) => {
  expect(writeCell(text)).toBe(cell)
})

it('numbers stay numbers, without what floating point adds', () => {
  expect(writeCsvLine([-1.5, 0.42000000000000004, 3455.999999999999, 1234567, null, undefined, false, '-1'])).toBe(
    "-1.5,0.42,3456,1234567,,,false,'-1\r\n",
  )
})
