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
        'Erases who they are, the texts of all their comments, and anything said about those in words. This cannot be undone. Their comments become removed, which the feed reports as erase, and no revision, older or newer, brings one back. You may erase somebody Parley does not know: a comment of theirs that arrives later is stored as removed, without its text, unless its postedAt says that it was written after the erasure. Repeating the request changes nothing more.',
      scope: 'privacy',
      path: externalIdOf('commenter'),
      answers: {
        200: { description: 'They are erased, now or by an earlier request.', schema: Erasure, example: DONE },
        202: {
          description: 'Who they are is erased, and their comments follow; GET …/erasure says when that is done.',
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
      summary: 'Export what is kept about a commenter',
      description:
        'Everything, in one document that is streamed as it is read, however large: comments with their earlier texts, what was decided and why, reports, appeals and scores. It contains no names of moderators and nothing that identifies who reported.',
      scope: 'privacy',
      path: externalIdOf('commenter'),
      query: CommenterDataQuery,
      answers: { 200: { description: 'Everything that is kept about them.', schema: CommenterData, example: DATA } },
      refusals: { ...REFUSED_ADDRESS, ...refuseAnyone('privacy'), not_found: 'There is no commenter with this external id.' },
    },
  },
  '/commenters/{externalId}/erasure': {
    get: {
      operationId: 'getErasure',
      tag: 'Commenters',
      summary: 'Check the progress of an erasure',
      description: 'The latest erasure of this commenter.',
      scope: 'privacy',
      path: externalIdOf('commenter'),
      answers: { 200: { description: 'Its progress.', schema: Erasure, example: DONE } },
      refusals: { ...REFUSED_ADDRESS, ...refuseAnyone('privacy'), not_found: 'Nobody with this external id was erased.' },
    },
  },
}
