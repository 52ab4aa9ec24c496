import { CommenterData, CommenterDataQuery } from '../commenter-data'
import { Erasure } from '../erasure'
import { externalIdOf, REFUSED_ADDRESS, refuseAnyone, type PathTable } from './operation'

const DONE: Erasure = {
  id: '019c9f3e-7c00-7000-8000-000000000006',
  state: 'done',
  comments: 12,
  erased: 12,
  erasedAt: '2026-03-01T11:00:00.000Z',
  finishedAt: '2026-03-01T11:00:01.000Z',
}
const RUNNING: Erasure = { ...DONE, state: 'running', erased: 0, finishedAt: null }

const DATA: CommenterData = {
  site: 'The Harbour Post',
  madeAt: '2026-03-01T11:00:00.000Z',
  commenter: { externalId: 'u7', name: 'Hannes', knownSince: '2026-02-01T08:00:00.000Z', heldSince: null },
  reportsMade: [],
  comments: [
    {
      externalId: 'c1',
      article: { externalId: 'tram-1', title: 'Council votes to close the night tram' },
      parentExternalId: null,
      body: 'And the airport?',
      language: 'en',
      status: 'rejected',
      marks: { offTopic: false, uncivil: null },
      postedAt: '2026-03-01T09:30:00.000Z',
      receivedAt: '2026-03-01T09:30:01.000Z',
      earlierTexts: [],
      findings: [],
      scores: [{ scorer: 'incivility', attribute: 'uncivil.insult', value: 0.02 }],
      decisions: [{ kind: 'reject', at: '2026-03-01T09:40:00.000Z', by: 'person', reason: 'spam', mark: null, markKind: null, note: null }],
      appeals: [],
      reports: [{ reason: 'spam', at: '2026-03-01T09:35:00.000Z', isAnswered: true }],
    },
  ],
}

/** What is kept of people. */
export const COMMENTER_PATHS: PathTable = {
  '/commenters/{externalId}': {
    delete: {
      operationId: 'eraseCommenter',
      tag: 'Commenters',
      summary: 'Erase a commenter',
      description:
        'Erases who they are, the texts of all their comments and what was said of these in words. It cannot be undone. Their comments become removed, which the feed tells as erase, and neither an older nor a newer revision brings one back. Somebody may be erased who is not known here: a comment of theirs that arrives later is stored as removed, without its text, unless its postedAt says that it was written after the erasure. Doing it twice changes nothing else.',
      scope: 'privacy',
      path: externalIdOf('commenter'),
      answers: {
        200: { description: 'They are erased, now or before.', schema: Erasure, example: DONE },
        202: {
          description: 'Who they are is erased, and their comments follow; GET …/erasure says when.',
          schema: Erasure,
          example: RUNNING,
        },
      },
      refusals: { ...REFUSED_ADDRESS, ...refuseAnyone('privacy') },
    },
  },
  '/commenters/{externalId}/data': {
    get: {
      operationId: 'getCommenterData',
      tag: 'Commenters',
      summary: 'Give out what is kept about a commenter',
      description:
        'Everything, as one document that is sent as it is read, however much it is: comments with their earlier texts, what became of them and why, reports, appeals, scores. Neither the names of who moderated nor anything that tells who reported is in it.',
      scope: 'privacy',
      path: externalIdOf('commenter'),
      query: CommenterDataQuery,
      answers: { 200: { description: 'Everything that is kept about them.', schema: CommenterData, example: DATA } },
      refusals: { ...REFUSED_ADDRESS, ...refuseAnyone('privacy'), not_found: 'There is no commenter of this external id.' },
    },
  },
  '/commenters/{externalId}/erasure': {
    get: {
      operationId: 'getErasure',
      tag: 'Commenters',
      summary: 'Ask how far an erasure has come',
      description: 'The latest of this commenter.',
      scope: 'privacy',
      path: externalIdOf('commenter'),
      answers: { 200: { description: 'How far it has come.', schema: Erasure, example: DONE } },
      refusals: { ...REFUSED_ADDRESS, ...refuseAnyone('privacy'), not_found: 'Nobody of this external id was erased.' },
    },
  },
}
