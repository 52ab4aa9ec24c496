'use client'

import { Download, Link2, Printer } from 'lucide-react'
import { Button } from '../ui/button'
import { DropdownHeading, DropdownItem, DropdownLine, DropdownMenu } from '../ui/dropdown-menu'
import { toast } from '../ui/toast'
import { useWords } from '../words/words-context'

/** A table or series. */
export interface ExportFile {
  word: string
  /** Its address, but for the format. */
  href: string
}

/** The same in every language. */
const FORMATS = { csv: 'CSV', json: 'JSON' } as const

/** Everything on the page to take along: tables as files, the page as one sheet, the address of this exact view. */
export function ExportMenu({ files }: { files: readonly ExportFile[] }) {
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
            <div key={href} role="group" aria-label={word} className="flex">
              <DropdownItem className="flex-1" onSelect={() => download(href, 'csv')}>
                <Download aria-hidden /> {word} <span className="ms-auto ps-4 text-xs text-ink-3">{FORMATS.csv}</span>
              </DropdownItem>
              <DropdownItem className="text-xs" onSelect={() => download(href, 'json')}>
                <span className="sr-only">{word}</span> {FORMATS.json}
              </DropdownItem>
            </div>
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
function download(href: string, format: keyof typeof FORMATS): void {
  const link = document.createElement('a')
  link.href = `${href}${href.includes('?') ? '&' : '?'}format=${format}`
  link.download = ''
  link.click()
}
