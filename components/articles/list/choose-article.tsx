'use client'

import { useWords } from '../../words/words-context'
import { MOST_CHOSEN, useChosenArticles } from './chosen-articles'

/** Puts an article into the comparison, or takes it out. */
export function ChooseArticle({ id, title }: { id: string; title: string }) {
  const t = useWords('articles')
  const { ids, toggle } = useChosenArticles()
  const isChosen = ids.includes(id)
  return (
    <label className="grid size-6 cursor-pointer place-items-center pointer-coarse:-mx-3 pointer-coarse:-my-2.5 pointer-coarse:size-11">
      <input
        type="checkbox"
        className="size-4 cursor-pointer accent-accent"
        aria-label={t('compare.one', { title })}
        checked={isChosen}
        disabled={!isChosen && ids.length >= MOST_CHOSEN}
        onChange={() => toggle(id)}
      />
    </label>
  )
}
