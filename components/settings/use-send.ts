'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { useWords } from '../words/words-context'
import { sendJson, type Change, type Refusal } from './send-json'

/**
 * Sends changes one at a time and, when one was made, asks the server for the page's data again. `isBusy` until that is
 * on screen, so that nobody changes what is gone already.
 */
export function useSend() {
  const t = useWords('shell')
  const router = useRouter()
  const [isSending, setSending] = useState(false)
  const [isRefreshing, startRefresh] = useTransition()
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  /** The answer, or null when it was refused; `refusal` then says why. */
  async function send<Answer>(...change: Change): Promise<{ answer: Answer } | null> {
    setSending(true)
    setRefusal(null)
    const sent = await sendJson<Answer>(t, ...change)
    setSending(false)
    setRefusal(sent.refusal)
    if (sent.refusal) return null
    startRefresh(() => router.refresh())
    return { answer: sent.answer }
  }

  return { send, isBusy: isSending || isRefreshing, refusal, forget: () => setRefusal(null) }
}
