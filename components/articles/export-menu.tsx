'use client'

import { Download, Link2, Printer } from 'lucide-react'
import { Button } from '../ui/button'
import { DropdownHeading, DropdownItem, DropdownLine, DropdownMenu } from '../ui/dropdown-menu'
import { toast } from '../ui/toast'

export interface ExportLink {
  word: string
  href: string
}

/** Everything on the page to take along: tables as files, the page as one sheet, the address of this exact view. */
export function ExportMenu({ files }: { files: readonly ExportLink[] }) {
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(window.location.href)
      toast('The address of this view is in your clipboard')
    } catch {
      toast.error('The browser did not allow it', { description: window.location.href })
    }
  }
  return (
    <DropdownMenu
      trigger={
        <Button>
          <Download aria-hidden /> Export
        </Button>
      }
    >
      {files.length > 0 && (
        <>
          <DropdownHeading>Files</DropdownHeading>
          {files.map(({ word, href }) => (
            <DropdownItem key={href} onSelect={() => download(href)}>
              <Download aria-hidden /> {word}
            </DropdownItem>
          ))}
          <DropdownLine />
        </>
      )}
      <DropdownItem onSelect={() => void copy()}>
        <Link2 aria-hidden /> Copy the link to this view
      </DropdownItem>
      {/* After the menu has closed, so that it is not on the sheet. */}
      <DropdownItem onSelect={() => setTimeout(() => window.print(), 50)}>
        <Printer aria-hidden /> Print or save as PDF
      </DropdownItem>
    </DropdownMenu>
  )
}

/** As a link with `download` would. */
function download(href: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = ''
  link.click()
}
