import { DomainError } from '../../domain/errors'
import { publicUrl } from '../../env'
import { handlePublic, json } from '../handler'

const VERSION = 'v1alpha1'

/**
 * `GET /$discovery/rest?version=v1alpha1`: what Google's client libraries ask for before their first call, so that they know where
 * `comments().analyze()` goes. Of the messages it says only that they are objects: the libraries need no more.
 */
export const handleGetDiscovery = handlePublic((request) => {
  const version = new URL(request.url).searchParams.get('version') ?? VERSION
  if (version !== VERSION) return Promise.reject(new DomainError('not_found', `There is no version here but ${VERSION}.`))
  return Promise.resolve(json(describe(`${publicUrl().replace(/\/$/, '')}/`)))
})

function describe(rootUrl: string): object {
  return {
    kind: 'discovery#restDescription',
    discoveryVersion: 'v1',
    id: `commentanalyzer:${VERSION}`,
    name: 'commentanalyzer',
    version: VERSION,
    title: 'Parley, as Perspective',
    protocol: 'rest',
    rootUrl,
    servicePath: '',
    baseUrl: rootUrl,
    basePath: '',
    batchPath: 'batch',
    parameters: {
      alt: { type: 'string', location: 'query', enum: ['json'], default: 'json' },
      fields: { type: 'string', location: 'query' },
      key: { type: 'string', location: 'query' },
      prettyPrint: { type: 'boolean', location: 'query', default: 'true' },
      quotaUser: { type: 'string', location: 'query' },
    },
    schemas: Object.fromEntries(
      ['AnalyzeCommentRequest', 'AnalyzeCommentResponse', 'SuggestCommentScoreRequest', 'SuggestCommentScoreResponse'].map((id) => [
        id,
        { id, type: 'object', properties: {} },
      ]),
    ),
    resources: {
      comments: {
        methods: {
          analyze: describeMethod('analyze', 'AnalyzeComment'),
          suggestscore: describeMethod('suggestscore', 'SuggestCommentScore'),
        },
      },
    },
  }
}

function describeMethod(name: string, message: string): object {
  return {
    id: `commentanalyzer.comments.${name}`,
    path: `${VERSION}/comments:${name}`,
    flatPath: `${VERSION}/comments:${name}`,
    httpMethod: 'POST',
    parameters: {},
    parameterOrder: [],
    request: { $ref: `${message}Request` },
    response: { $ref: `${message}Response` },
  }
}
