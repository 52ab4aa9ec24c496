'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { sendJson, type Refusal } from './send-json'

/** Sends changes one at a time and, when one was made, asks the server for the page's data again. */
export function useSend() {
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  /** The answer, or null when it was refused; `refusal` then says why. */
  async function send<Answer>(...request: Parameters<typeof sendJson>): Promise<{ answer: Answer } | null> {
    setBusy(true)
    setRefusal(null)
    const sent = await sendJson<Answer>(...request)
    setBusy(false)
    setRefusal(sent.refusal)
    if (sent.refusal) return null
    router.refresh()
    return { answer: sent.answer }
  }

  return { send, isBusy, refusal, forget: () => setRefusal(null) }
}
