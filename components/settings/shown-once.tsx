import { useState, type ReactNode } from 'react'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { useWords } from '../words/words-context'
import { CopyText } from './copy-text'

interface ShownOnceProps {
  title: string
  /** What is to be copied, and its name for those who do not see it. */
  text: string
  label: string
  /** Why it has to be copied now. */
  warning: string
  /** How it is used. */
  children: ReactNode
  onClose: () => void
}

/** A secret that was made just now, shown this one time. Until it is copied, neither a key nor a click beside it takes it away unasked. */
export function ShownOnce({ title, text, label, warning, children, onClose }: ShownOnceProps) {
  const t = useWords('settings')
  const [isCopied, setCopied] = useState(false)
  return (
    <Dialog onClose={onClose} title={title} lost={isCopied ? undefined : { ask: t('lost.ask'), stay: t('lost.stay') }}>
      <Callout tone="warning" className="mb-3">
        {warning}
      </Callout>
      <CopyText text={text} label={label} onCopied={() => setCopied(true)} />
      <p className="mt-3 text-sm text-ink-3">{children}</p>
      <DialogButtons>
        <Button look="solid" onClick={onClose}>
          {t('done')}
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
