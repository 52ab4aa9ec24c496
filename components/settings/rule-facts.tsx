import type { ReactNode } from 'react'
import type { Estimate } from '@/lib/domain/agreement'
import { joinClasses } from '../ui/class-names'
import type { Formats } from '../words/formats'
import type { Words } from '../words/rooms'

/** A share with where it lies, or that there are too few. */
export function writeShare(t: Words<'rules'>, formats: Formats, share: Estimate | null): string {
  if (share === null) return t('share.few')
  const { value, low, high } = share
  return `${formats.percent(value)} (${t('interval', { low: formats.percent(low), high: formats.percent(high) })})`
}

/** Figures with their names, beside one another as far as there is room. */
export function FactList({ facts, className }: { facts: readonly (readonly [name: string, value: ReactNode])[]; className?: string }) {
  return (
    <dl className={joinClasses('flex flex-wrap gap-x-6 gap-y-2', className)}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm text-ink-3">{name}</dt>
          <dd data-figures className="font-[580]">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}
