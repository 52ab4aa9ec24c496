'use client'

import Link from 'next/link'
import { useState, type ComponentProps } from 'react'

/**
 * A link to another page of the desk, fetched ahead once somebody points at it or reaches it by keyboard. Next would fetch every
 * page it sees a link to, as much code as the page that is open needs itself.
 */
export function PlaceLink({ href, ...rest }: Omit<ComponentProps<typeof Link>, 'prefetch'>) {
  const [isNear, setNear] = useState(false)
  const comeNear = () => setNear(true)
  return <Link {...rest} href={href} prefetch={isNear ? null : false} onPointerEnter={comeNear} onFocus={comeNear} />
}
