'use client'

import { useMemo } from 'react'
import { useWords } from '../words/words-context'
import { makeFigures, type Figures } from './figures'

/** How figures are written in the language of the page. */
export function useFigures(): Figures {
  const t = useWords('figures')
  return useMemo(() => makeFigures(t), [t])
}
