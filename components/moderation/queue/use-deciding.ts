import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { DecisionStore } from '../decision/decision-store'
import { isFeaturing, toInput } from '../decision/desk-act'
import { HeldRequests } from '../decision/held-requests'
import { findLeft, keepLeft, type Deciding } from '../decision/left-desk'
import { postDecision, postUndo, setFeatured } from '../desk-api'
import type { Viewer } from '../viewer'
import { commentQuery } from './desk-queries'

/** A desk that is opened anew knows of no decisions, but of those that are still to be saved: they would stand there undecided. */
export function useDeciding(viewer: Viewer): Deciding {
  const client = useQueryClient()
  const [deciding] = useState(() => findLeft(viewer.id) ?? beginDeciding(viewer, client))
  useEffect(() => {
    keepLeft(null)
    return () => keepLeft(deciding)
  }, [deciding])
  return deciding
}

/** Seldom needed, and only with the connection that the comment is then loaded by. */
const askEarlier = () => import('../decision/earlier-answer')

function beginDeciding(viewer: Viewer, client: QueryClient): Deciding {
  const requests = new HeldRequests()
  const load = (id: string) => client.fetchQuery({ ...commentQuery(id), staleTime: 0 })
  const store = new DecisionStore(
    {
      decide: (id, { version, act }) =>
        requests.run(
          () => (isFeaturing(act) ? setFeatured(id, act.kind === 'feature', { version }) : postDecision(id, { version, ...toInput(act) })),
          async () => (await askEarlier()).findOwnDecision(await load(id), { version, act }, viewer.name),
        ),
      undo: (decisionId, id) =>
        requests.run(
          () => postUndo(decisionId),
          async () => (await askEarlier()).findOwnUndo(await load(id), decisionId),
        ),
      load,
    },
    viewer,
  )
  return { viewerId: viewer.id, store, requests }
}
