import { useWords } from '../words/words-context'
import { ShownOnce } from './shown-once'

/** A webhook's secret, when it is made or rotated. */
export function WebhookSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useWords('webhooks')
  return (
    <ShownOnce title={t('secret')} text={secret} label={t('secretLabel')} warning={t('secretWarning')} onClose={onClose}>
      {t('secretUse')}
    </ShownOnce>
  )
}
