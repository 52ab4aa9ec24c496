/** Each tone is a colour and a pattern, so that series are told apart without seeing colours. */
export type ChartTone = 'neutral' | 'accent' | 'amber' | 'rose' | 'green' | 'grey'

export interface ChartSeries {
  key: string
  label: string
  tone: ChartTone
}

const STROKES: Record<ChartTone, string> = {
  neutral: 'var(--chart-neutral)',
  accent: 'var(--accent)',
  amber: 'var(--chart-amber)',
  rose: 'var(--chart-rose)',
  green: 'var(--chart-green)',
  grey: 'var(--chart-grey)',
}

/** Fill and outline of a shape in this tone; `id` is the one given to ChartPatterns in the same SVG. */
export function paintOf(tone: ChartTone, id: string): { fill: string; stroke: string } {
  return { fill: `url(#${id}-${tone})`, stroke: STROKES[tone] }
}

/** The patterns that paintOf refers to. `id` is unique on the page. */
export function ChartPatterns({ id }: { id: string }) {
  return (
    <defs>
      <Pattern id={id} tone="neutral" size={4}>
        <rect width={4} height={4} fill={STROKES.neutral} />
      </Pattern>
      <Pattern id={id} tone="green" size={4}>
        <rect width={4} height={4} fill={STROKES.green} />
      </Pattern>
      <Pattern id={id} tone="accent" size={5}>
        <circle cx={2.5} cy={2.5} r={0.9} fill={STROKES.accent} />
      </Pattern>
      <Pattern id={id} tone="amber" size={5} transform="rotate(45)">
        <rect width={2.6} height={5} fill={STROKES.amber} />
      </Pattern>
      <Pattern id={id} tone="rose" size={5}>
        <rect width={5} height={5} fill={STROKES.rose} />
        <circle cx={2.5} cy={2.5} r={0.9} fill="var(--panel)" />
      </Pattern>
      <Pattern id={id} tone="grey" size={4}>
        <rect width={4} height={1.6} fill={STROKES.grey} />
      </Pattern>
    </defs>
  )
}

interface PatternProps {
  id: string
  tone: ChartTone
  size: number
  transform?: string
  children: React.ReactNode
}

function Pattern({ id, tone, size, transform, children }: PatternProps) {
  return (
    <pattern id={`${id}-${tone}`} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform={transform}>
      <rect width={size} height={size} fill="var(--panel)" />
      {children}
    </pattern>
  )
}

/** A patch of the tone beside its word. */
export function Swatch({ tone, id }: { tone: ChartTone; id: string }) {
  return (
    <svg aria-hidden width={13} height={13} className="shrink-0">
      <ChartPatterns id={id} />
      <rect x={0.5} y={0.5} width={12} height={12} rx={2.5} {...paintOf(tone, id)} />
    </svg>
  )
}
