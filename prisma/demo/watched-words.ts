import type { WatchedWordInput } from '../../lib/contracts/policy'
import type { UncivilKind } from './types'

const words = (kind: UncivilKind, isHeld: boolean, terms: string[]): WatchedWordInput[] => terms.map((term) => ({ term, kind, isHeld }))

/** What the demo's moderators have added to their list over the years. */
export const demoWatchedWords: WatchedWordInput[] = [
  ...words('insult', false, ['turnip', 'trout', 'brat', 'clown*', 'loser*', 'granny']),
  ...words('mockery', false, ['princess', 'choo choo', 'genius', 'get a life', 'sweetheart']),
  ...words('condescension', false, ['grown ups', 'your generation', 'you clearly have never', 'wake up', 'do your own research', 'get a real job', 'welcome to rules']),
  ...words('other', true, ['90% off', 'work from home and earn']),
]
