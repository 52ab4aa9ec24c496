'use client'

import { useRouter } from 'next/navigation'
import type { ComponentProps, MouseEvent } from 'react'

/**
 * A link to another page of the desk, fetched ahead once somebody points at it or reaches it by keyboard. Next's own link would
 * fetch every page it sees a link to, and brings 5 kB that the header has no other need of.
 */
export function PlaceLink({ href, ...rest }: Omit<ComponentProps<'a'>, 'href'> & { href: string }) {
  const router = useRouter()
  const comeNear = () => router.prefetch(href)
  function go(event: MouseEvent): void {
    // Into another tab or window, or saved: the browser's own.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    router.push(href)
  }
  return <a {...rest} href={href} onClick={go} onPointerEnter={comeNear} onFocus={comeNear} />
}
