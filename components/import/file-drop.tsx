'use client'

import { FileUp } from 'lucide-react'
import { useRef, useState, type DragEvent } from 'react'
import { Button } from '../ui/button'
import { joinClasses } from '../ui/class-names'
import { useWords } from '../words/words-context'

/** Where a file is dropped or chosen. The button alone does all of it, for keyboards and phones. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const t = useWords('import')
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)

  function drop(event: DragEvent<HTMLDivElement>): void {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }

  return (
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={joinClasses(
        'flex flex-col items-center gap-3 rounded-lg border border-dashed px-4 py-9 text-center transition-colors',
        isOver ? 'border-accent bg-accent-soft' : 'border-line-strong bg-sunk',
      )}
    >
      <FileUp aria-hidden className="size-6 text-ink-3" />
      <p className="text-ink-2">
        <span className="pointer-coarse:hidden">{t('drop')} </span>
        {t('dropHint')}
      </p>
      <Button look="solid" onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".gz,application/gzip,.txt,.ndjson,.jsonl,.json,.csv,.tsv,.xml,.sql,.html,.htm,text/plain,text/csv,text/html,application/json,text/xml"
        aria-label={t('file')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          // So that the same file, corrected, can be chosen again.
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </div>
  )
}
