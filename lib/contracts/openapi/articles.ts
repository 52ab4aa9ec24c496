import { ArticleInput, ArticleResource } from '../ingest'
import { externalIdOf, REFUSED_ADDRESS, REFUSED_BODY, refuseAnyone, type PathTable } from './operation'

const EXAMPLE: ArticleInput = {
  title: 'Council votes to close the night tram',
  url: 'https://news.example.org/night-tram',
  body: 'The last tram leaves at midnight from June on.',
  section: 'City',
  language: 'en',
  publishedAt: '2026-03-01T06:00:00Z',
}

const STORED: ArticleResource = {
  id: '019c9f3e-7c00-7000-8000-000000000001',
  externalId: 'tram-1',
  title: 'Council votes to close the night tram',
  url: 'https://news.example.org/night-tram',
  standfirst: null,
  body: 'The last tram leaves at midnight from June on.',
  author: null,
  authorBio: null,
  imageCredit: null,
  section: 'City',
  language: 'en',
  state: 'open',
  publishedAt: '2026-03-01T06:00:00.000Z',
}

/** Sending and reading articles. */
export const ARTICLE_PATHS: PathTable = {
  '/articles/{externalId}': {
    put: {
      operationId: 'putArticle',
      tag: 'Articles',
      summary: 'Create or change an article',
      description: 'Fields you leave out keep their value; null empties them. Sending the same article twice changes nothing.',
      scope: 'ingest',
      path: externalIdOf('article'),
      body: { schema: ArticleInput, example: EXAMPLE },
      answers: {
        200: { description: 'The article was already known; this is how it stands now.', schema: ArticleResource },
        201: { description: 'The article is new.', schema: ArticleResource, example: STORED },
      },
      refusals: { ...REFUSED_BODY, ...refuseAnyone('ingest') },
    },
    get: {
      operationId: 'getArticle',
      tag: 'Articles',
      summary: 'Read an article',
      description: 'The article as Parley stores it.',
      scope: 'read',
      path: externalIdOf('article'),
      isRevalidated: true,
      answers: { 200: { description: 'The article.', schema: ArticleResource, example: STORED } },
      refusals: { ...REFUSED_ADDRESS, ...refuseAnyone('read'), not_found: 'There is no article with this external id.' },
    },
  },
}
