import { FeedPage, FeedQuery, type FeedItem } from '../feed'
import { CommentListQuery, CommentPage, CommentResource } from '../read'
import { externalIdOf, REFUSED_ADDRESS, refuseAnyone, type PathTable } from './operation'

const COMMENT: CommentResource = {
  externalId: 'c1',
  articleExternalId: 'tram-1',
  parentExternalId: null,
  author: { externalId: 'u7', name: 'Hannes' },
  body: 'And the airport?',
  status: 'approved',
  marks: { offTopic: false, uncivil: null },
  isFeatured: false,
  areRepliesClosed: false,
  postedAt: '2026-03-01T09:30:00.000Z',
  version: 2,
}

export const DECISION: FeedItem = {
  id: '019c9f3e-7c00-7000-8000-000000000003',
  position: 42,
  decidedAt: '2026-03-01T09:41:12.000Z',
  kind: 'reject',
  by: { kind: 'user', name: 'Mara Lind' },
  reason: 'abuse',
  reasonText: null,
  note: 'Please answer what she says, not who she is.',
  undoesId: null,
  appeal: null,
  comment: {
    externalId: 'c1',
    articleExternalId: 'tram-1',
    status: 'rejected',
    marks: { offTopic: false, uncivil: null },
    version: 2,
  },
  article: null,
}

/** How decisions and comments are read back. */
export const FEED_PATHS: PathTable = {
  '/decisions': {
    get: {
      operationId: 'listDecisions',
      tag: 'Decisions',
      summary: 'Read the decision feed',
      description:
        'Every decision on the site, in one order that never changes. Remember the position you have reached and send it as after: you get each decision once, however long you were away. With wait, the request stays open until there is a decision. With "Accept: text/event-stream" the answer is a stream of server-sent events named decision, with the position as their id; a browser or library that reconnects with Last-Event-ID carries on where it was.',
      scope: 'read',
      query: FeedQuery,
      answers: {
        200: {
          description: 'The decisions after that position, oldest first.',
          schema: FeedPage,
          example: { items: [DECISION], next: 42, hasMore: false } satisfies FeedPage,
        },
      },
      refusals: {
        ...refuseAnyone('read'),
        invalid_input: 'A parameter is not valid, or after is beyond the last decision; errors names it.',
      },
    },
  },
  '/comments/{externalId}': {
    get: {
      operationId: 'getComment',
      tag: 'Comments',
      summary: 'Read a comment',
      description: 'The comment as it stands, whatever its status.',
      scope: 'read',
      path: externalIdOf('comment'),
      isRevalidated: true,
      answers: { 200: { description: 'The comment.', schema: CommentResource, example: COMMENT } },
      refusals: { ...REFUSED_ADDRESS, ...refuseAnyone('read'), not_found: 'There is no comment with this external id.' },
    },
  },
  '/articles/{externalId}/comments': {
    get: {
      operationId: 'listArticleComments',
      tag: 'Comments',
      summary: "Read an article's comments",
      description:
        'What a page shows: without status, the comments that are published or approved. For the next page, send next as cursor. If you poll, send the ETag along and get 304 while nothing has changed.',
      scope: 'read',
      path: externalIdOf('article'),
      query: CommentListQuery,
      isRevalidated: true,
      answers: {
        200: { description: 'A page of comments.', schema: CommentPage, example: { items: [COMMENT], next: null } satisfies CommentPage },
      },
      refusals: { ...REFUSED_ADDRESS, ...refuseAnyone('read'), not_found: 'There is no article with this external id.' },
    },
  },
}
