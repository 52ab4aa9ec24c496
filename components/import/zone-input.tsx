'use client'

import { useId, useState, type ComponentProps } from 'react'
import { Input } from '../ui/input'

/** The name of a time zone; the browser's own list helps to write it. */
export function ZoneInput(props: ComponentProps<'input'>) {
  // The server may know other names: they are listed when they are needed.
  const [zones, setZones] = useState<string[]>([])
  const list = useId()
  return (
    <>
      <Input {...props} dir="ltr" maxLength={60} list={list} onFocus={() => setZones(Intl.supportedValuesOf('timeZone'))} />
      <datalist id={list}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  )
}
