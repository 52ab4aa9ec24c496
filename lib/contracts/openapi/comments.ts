import { z } from 'zod'
import { BulkResult } from '../bulk'
import { AcceptedComment, CommentInput, CommentPatch, IngestAnswer, MAX_COMMENTS_PER_REQUEST, StaleRemoval } from '../ingest'
import { externalIdOf, REFUSED_ADDRESS, REFUSED_BODY, refuseAnyone, type PathTable } from './operation'

const LIMIT = MAX_COMMENTS_PER_REQUEST.toLocaleString('en')
const NO_COMMENT = 'There is no comment with this external id.'
const RACE = 'Other requests kept writing the same comments. Nothing from this one was stored: send it again.'

const EXAMPLE: CommentInput = {
  externalId: 'c1',
  articleExternalId: 'tram-1',
  author: { externalId: 'u7', name: 'Hannes' },
  body: 'And the airport?',
  postedAt: '2026-03-01T09:30:00Z',
  revision: 1,
}

const ACCEPTED: AcceptedComment = {
  externalId: 'c1',
  outcome: 'created',
  id: '019c9f3e-7c00-7000-8000-000000000002',
  status: 'published',
  version: 1,
  suggestions: [],
  reasons: [],
}

/** Sending, editing and deleting comments. */
export const COMMENT_PATHS: PathTable = {
  '/comments': {
    post: {
      operationId: 'postComments',
      tag: 'Comments',
      summary: `Send one comment, or up to ${LIMIT}`,
      description:
        'Sending a comment again with the same revision changes nothing; a higher revision replaces the text; a lower one is stale. Without revisions, the text that arrives last wins. In an array each comment stands alone: an invalid one does not affect the others.',
      scope: 'ingest',
      body: { schema: z.union([CommentInput, z.array(CommentInput).min(1).max(MAX_COMMENTS_PER_REQUEST)]), example: EXAMPLE },
      answers: {
        200: {
          description: 'For one comment: it was already known. For an array: what became of each.',
          schema: z.union([AcceptedComment, IngestAnswer]),
        },
        201: { description: 'For one comment: it is new.', schema: AcceptedComment, example: ACCEPTED },
      },
      refusals: {
        ...REFUSED_BODY,
        ...refuseAnyone('ingest'),
        malformed: 'The body is not JSON in UTF-8.',
        too_large: `The body is larger than 1 MB (one comment) or 8 MB (an array), or there are more than ${LIMIT} comments. Nothing was stored.`,
        invalid_input: 'The single comment is not valid, or the array is empty; errors names each place.',
        conflict: RACE,
      },
    },
  },
  '/comments/bulk': {
    post: {
      operationId: 'sendComments',
      tag: 'Comments',
      summary: 'Send any number of comments and articles as a stream',
      description:
        'NDJSON: one JSON object per line, either a comment as above or an article with "type": "article" and its externalId; gzip is accepted. The answer is NDJSON too, one line for each line sent and in the same order, written while the request is still coming in: a line appears once its transaction is committed. Read the answer while you send. If the stream breaks off, send it again: what is already known costs little and changes nothing.',
      scope: 'ingest',
      body: { schema: CommentInput, example: EXAMPLE, mediaType: 'application/x-ndjson' },
      answers: {
        200: {
          description: 'What became of each line. A final line with the outcome aborted means that the rest was not taken in.',
          schema: BulkResult,
          example: { line: 1, type: 'comment', ...ACCEPTED },
          mediaType: 'application/x-ndjson',
        },
      },
      refusals: {
        ...refuseAnyone('ingest'),
        malformed: 'The body is not valid gzip.',
        too_large: 'The first lines unpack to more than this server accepts.',
        unsupported_format: 'The content type is not application/x-ndjson, or the encoding is not gzip.',
        invalid_input: 'The stream is empty.',
        conflict: RACE,
      },
    },
  },
  '/comments/{externalId}': {
    patch: {
      operationId: 'editComment',
      tag: 'Comments',
      summary: 'Edit a comment',
      description: 'The same as sending the comment again with a different text: the outcome is updated, unchanged or stale.',
      scope: 'ingest',
      path: externalIdOf('comment'),
      body: { schema: CommentPatch, example: { body: 'And the harbour?', revision: 2 } satisfies CommentPatch },
      answers: {
        200: { description: 'What became of the edit.', schema: AcceptedComment, example: { ...ACCEPTED, outcome: 'updated', version: 2 } },
      },
      refusals: { ...REFUSED_BODY, ...refuseAnyone('ingest'), not_found: NO_COMMENT },
    },
    delete: {
      operationId: 'removeComment',
      tag: 'Comments',
      summary: 'Delete a comment',
      description:
        'For a comment that was deleted at its source. Deleting it twice changes nothing. A deletion may arrive before its comment: the comment is then stored as removed, unless its revision is higher.',
      scope: 'ingest',
      path: externalIdOf('comment'),
      query: z.object({
        revision: z.int().min(0).optional().describe('Your revision of the deletion. Without one, the deletion always counts.'),
      }),
      answers: {
        200: {
          description: 'A newer revision is stored, so nothing was changed.',
          schema: StaleRemoval,
          example: { externalId: 'c1', outcome: 'stale' } satisfies StaleRemoval,
        },
        204: { description: 'It is deleted: now, already, or as soon as it arrives.' },
      },
      refusals: { ...REFUSED_ADDRESS, ...refuseAnyone('ingest') },
    },
  },
}
