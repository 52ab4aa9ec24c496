import { useWords } from '../words/words-context'
import { ShownOnce } from './shown-once'

/** A key that was made just now. */
export function ShownKey({ apiKey, onClose }: { apiKey: string; onClose: () => void }) {
  const t = useWords('keys')
  const header = (
    <code key="header" dir="ltr" className="font-mono">
      Authorization: Bearer …
    </code>
  )
  return (
    <ShownOnce title={t('shown')} text={apiKey} label={t('shownLabel')} warning={t('shownWarning')} onClose={onClose}>
      {t.parts('shownUse', { header })}
    </ShownOnce>
  )
}
