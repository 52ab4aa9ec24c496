'use client'

import { Download, Link2, Printer } from 'lucide-react'
import { toast } from 'sonner'
import { Button } from '../ui/button'
import { DropdownHeading, DropdownItem, DropdownLine, DropdownMenu } from '../ui/dropdown-menu'

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
            <DropdownItem key={href} asChild>
              <a href={href} download>
                <Download aria-hidden /> {word}
              </a>
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
