'use client'

import { useId } from 'react'
import { useFormats } from '../words/words-context'

interface ThresholdProps {
  label: string
  hint: string
  /** 0 to 1. */
  value: number
  onChange: (value: number) => void
}

/** A score from 0 to 1, by a slider that the arrow keys move in hundredths. */
export function Threshold({ label, hint, value, onChange }: ThresholdProps) {
  const id = useId()
  const written = useFormats().number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="text-sm font-[560]">
          {label}
        </label>
        <output htmlFor={id} className="text-sm font-[560] text-accent">
          {written}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={1}
        step={0.01}
        value={value}
        aria-describedby={`${id}-hint`}
        aria-valuetext={written}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        className="h-6 w-full cursor-pointer accent-accent pointer-coarse:h-11"
      />
      <p id={`${id}-hint`} className="text-sm text-ink-3">
        {hint}
      </p>
    </div>
  )
}
