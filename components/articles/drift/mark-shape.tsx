import type { DriftTone } from '@/lib/domain/drift/marks'
import type { Formats } from '../../words/formats'
import { useFormats } from '../../words/words-context'

interface MarkShapeProps {
  tone: DriftTone
  x: number
  y: number
  /** Radius of the circle that the shape lies in. */
  r: number
}

const INSCRIBED = Math.SQRT1_2

/** A circle on topic, a square off-topic, a diamond with a hole when uncivil: told apart by shape, whatever the colours. */
export function MarkShape({ tone, x, y, r }: MarkShapeProps) {
  switch (tone) {
    case 'calm':
      return <circle cx={x} cy={y} r={r} fill="var(--chart-neutral)" />
    case 'off_topic': {
      const half = r * INSCRIBED * 1.12
      return <rect x={x - half} y={y - half} width={2 * half} height={2 * half} fill="var(--chart-amber)" />
    }
    case 'uncivil':
      return (
        <>
          <path d={`M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`} fill="var(--chart-rose)" />
          <circle cx={x} cy={y} r={Math.max(0.9, r * 0.26)} fill="var(--panel)" />
        </>
      )
  }
}

/** Several comments in one: a ring with the uncivil part as a disc of its share in the middle, and the number where it fits. */
export function FoldShape({ tone, x, y, r, comments, uncivil }: MarkShapeProps & { comments: number; uncivil: number }) {
  const inner = r * Math.sqrt(uncivil / Math.max(1, comments))
  const stroke = tone === 'off_topic' ? 'var(--chart-amber)' : tone === 'uncivil' ? 'var(--chart-rose)' : 'var(--chart-neutral)'
  const text = shorten(useFormats(), comments)
  const fits = r >= 4 + 3.1 * text.length
  return (
    <>
      <circle
        cx={x}
        cy={y}
        r={r - 1}
        fill="var(--panel)"
        stroke={stroke}
        strokeWidth={2}
        strokeDasharray={tone === 'off_topic' ? '4 2' : undefined}
      />
      {inner > 1.2 && <circle cx={x} cy={y} r={Math.min(inner, r - 2.5)} fill="var(--chart-rose)" opacity={fits ? 0.28 : 1} />}
      {fits && (
        <text x={x} y={y} dy="0.35em" textAnchor="middle" fontSize={10} fontWeight={560} fill="var(--ink)">
          {text}
        </text>
      )}
    </>
  )
}

function shorten(formats: Formats, count: number): string {
  if (count < 1000) return String(count)
  const digits = count < 10_000 ? 1 : 0
  return `${formats.number(count / 1000, { minimumFractionDigits: digits, maximumFractionDigits: digits })}k`
}
