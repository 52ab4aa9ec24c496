'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../ui/button'
import { useWords } from '../words/words-context'

interface CopyTextProps {
  text: string
  label: string
  /** When it was copied, by the button or as any text. */
  onCopied?: () => void
}

/** A text shown once, whole, with a button that copies it. */
export function CopyText({ text, label, onCopied }: CopyTextProps) {
  const t = useWords('settings')
  const [isCopied, setCopied] = useState(false)

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      onCopied?.()
    } catch {
      // Not allowed here; the text is selectable with one click.
      setCopied(false)
    }
  }

  return (
    <div className="flex items-start gap-2 rounded-md border border-line-strong bg-sunk py-1.5 ps-3 pe-1.5">
      <code aria-label={label} onCopy={onCopied} className="min-w-0 flex-1 py-1 font-mono text-sm break-all select-all">
        {text}
      </code>
      <Button size="sm" onClick={() => void copy()}>
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        <span aria-live="polite">{isCopied ? t('copied') : t('copy')}</span>
      </Button>
    </div>
  )
}
