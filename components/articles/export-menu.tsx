'use client'

import { Download, Link2, Printer } from 'lucide-react'
import { Button } from '../ui/button'
import { DropdownHeading, DropdownItem, DropdownLine, DropdownMenu } from '../ui/dropdown-menu'
import { toast } from '../ui/toast'
import { useWords } from '../words/words-context'

export interface ExportLink {
  word: string
  href: string
}

/** Everything on the page to take along: tables as files, the page as one sheet, the address of this exact view. */
export function ExportMenu({ files }: { files: readonly ExportLink[] }) {
  const t = useWords('figures')
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(window.location.href)
      toast(t('export.copied'))
    } catch {
      toast.error(t('export.refused'), { description: window.location.href })
    }
  }
  return (
    <DropdownMenu
      trigger={
        <Button>
          <Download aria-hidden /> {t('export.open')}
        </Button>
      }
    >
      {files.length > 0 && (
        <>
          <DropdownHeading>{t('export.files')}</DropdownHeading>
          {files.map(({ word, href }) => (
            <DropdownItem key={href} onSelect={() => download(href)}>
              <Download aria-hidden /> {word}
            </DropdownItem>
          ))}
          <DropdownLine />
        </>
      )}
      <DropdownItem onSelect={() => void copy()}>
        <Link2 aria-hidden /> {t('export.copy')}
      </DropdownItem>
      {/* After the menu has closed, so that it is not on the sheet. */}
      <DropdownItem onSelect={() => setTimeout(() => window.print(), 50)}>
        <Printer aria-hidden /> {t('export.print')}
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
