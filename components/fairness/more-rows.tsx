'use client'

import { useRef, useState, type ReactNode } from 'react'
import { Button } from '../ui/button'

/** The further rows of a long table: folded until they are asked for, and never on paper. The first one takes the focus of the button. */
export function MoreRows({ columns, word, children }: { columns: number; word: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  const rows = useRef<HTMLTableSectionElement>(null)
  return (
    <>
      <tbody
        ref={rows}
        tabIndex={-1}
        className={isOpen ? 'border-t border-line outline-none' : 'hidden border-t border-line print:table-row-group'}
      >
        {children}
      </tbody>
      {!isOpen && (
        <tbody className="border-t border-line print:hidden">
          <tr>
            <td colSpan={columns} className="pt-2 text-start">
              <Button
                size="sm"
                look="quiet"
                className="-ms-2"
                onClick={() => {
                  setOpen(true)
                  requestAnimationFrame(() => rows.current?.focus())
                }}
              >
                {word}
              </Button>
            </td>
          </tr>
        </tbody>
      )}
    </>
  )
}
