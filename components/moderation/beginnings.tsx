import Link from 'next/link'
import { Button } from '../ui/button'
import { useWords } from '../words/words-context'

/** The two ways in which the first comments come, for those who may open them. */
export function Beginnings() {
  const t = useWords('glossary')
  return (
    <div className="flex flex-wrap justify-center gap-2">
      <Button asChild look="solid">
        <Link href="/settings/keys">{t('begin.connect')}</Link>
      </Button>
      <Button asChild>
        <Link href="/settings/import">{t('begin.import')}</Link>
      </Button>
    </div>
  )
}
