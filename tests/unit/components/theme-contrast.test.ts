import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Theme = Record<string, string>

/** The two palettes, out of the light-dark() pairs of the theme file. */
function readThemes(): { light: Theme; dark: Theme } {
  const css = readFileSync('app/theme.css', 'utf8')
  const pairs = [...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
  const pick = (group: number): Theme => Object.fromEntries(pairs.map((pair) => [pair[1] ?? '', pair[group] ?? '']))
  return { light: pick(2), dark: pick(3) }
}

/** Relative luminance, WCAG 2.2. */
function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrastOf(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

const GROUNDS = ['bg', 'panel', 'sunk', 'accent-soft']
const TEXT_PAIRS = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'rose', 'amber', 'green'].flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ...['accent', 'rose', 'amber', 'green'].map((tone) => [tone, `${tone}-soft`] as const),
  ...['rose-soft', 'amber-soft', 'green-soft', 'highlight-rose', 'highlight-amber', 'highlight-green'].flatMap((ground) => [
    ['ink', ground] as const,
    ['ink-2', ground] as const,
  ]),
  ['bg', 'ink'] as const,
  ['panel', 'accent'] as const,
]

describe.each(Object.entries(readThemes()))('the %s colours', (_name, theme) => {
  it.each(TEXT_PAIRS)('let %s be read on %s (4.5:1)', (text, ground) => {
    expect(contrastOf(theme[text] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  it.each(['bg', 'panel', 'sunk'])('show the border of a field and the focus on %s (3:1)', (ground) => {
    expect(contrastOf(theme['line-field'] ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(3)
    expect(contrastOf(theme.focus ?? '', theme[ground] ?? '')).toBeGreaterThanOrEqual(3)
  })
})
