import { useRouter } from 'next/navigation'
import { resolveKeys } from '@/lib/domain/preferences'
import { useCommands } from '../moderation/command/command-registry'
import { showKey } from '../moderation/command/key-words'
import { useKeys } from '../moderation/command/use-keys'
import { usePreferences } from '../moderation/frame/preferences-context'
import { useWords } from '../words/words-context'
import type { Answering } from './use-answering'

/**
 * The desk's keys on the page of appeals: next and previous as ever; approve grants, since that is what becomes of the comment, and reject
 * leaves it rejected. Whoever changed a key finds it changed here. Gives the two as they are shown.
 */
export function useAppealKeys(answering: Answering): { grant: string; uphold: string } {
  const t = useWords('appeals')
  const router = useRouter()
  const keys = resolveKeys(usePreferences().preferences)
  const { currentId, canAnswer } = answering
  const answer = (outcome: 'granted' | 'upheld') => () => {
    if (currentId !== null) void answering.answer(currentId, outcome)
  }
  const bound: [string, () => void][] = [
    [keys.next, () => answering.move(1)],
    [keys.previous, () => answering.move(-1)],
    ...(canAnswer
      ? ([
          [keys.approve, answer('granted')],
          [keys.reject, answer('upheld')],
          [keys.undo, () => void answering.undo()],
          ['n', () => currentId !== null && answering.write(currentId, answering.words.get(currentId) ?? { note: '', reason: '' })],
        ] satisfies [string, () => void][])
      : []),
  ]
  useKeys(Object.fromEntries(bound.filter(([key]) => key !== '')), { repeats: [keys.next, keys.previous] })
  useCommands(() =>
    canAnswer && currentId !== null
      ? [
          { group: 'decide', name: t('grant'), keys: showKey(keys.approve), run: answer('granted') },
          { group: 'decide', name: t('uphold'), keys: showKey(keys.reject), run: answer('upheld') },
          { group: 'decide', name: t('undo'), keys: showKey(keys.undo), run: () => void answering.undo() },
          { group: 'places', name: t('answered'), run: () => router.push('/appeals?state=answered') },
        ]
      : [],
  )
  return { grant: showKey(keys.approve), uphold: showKey(keys.reject) }
}
