import { z } from 'zod'

type Issue = Parameters<NonNullable<NonNullable<Parameters<typeof z.config>[0]>['customError']>>[0]

/** What a field has to be, by the schema's word for it; the article is part of it. */
const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
  record: 'an object',
}

/** What is counted where something is too long or too short. */
const COUNTED: Record<string, string> = { string: ' characters', array: ' items', set: ' items' }

/**
 * What is wrong with a field, to follow its name, where a schema has no message of its own: "is missing", "is not a text". It is
 * read by integrators who have never heard of the library that found it. A schema's own message wins.
 */
function describeIssue(issue: Issue): string | undefined {
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) return 'is missing'
  switch (issue.code) {
    case 'invalid_type':
      return `is not ${KINDS[issue.expected] ?? 'of the right type'}`
    case 'invalid_value':
      return issue.values.length === 1 ? `is not ${String(issue.values[0])}` : `is not one of ${issue.values.map(String).join(', ')}`
    case 'unrecognized_keys':
      return `has ${issue.keys.length === 1 ? 'a field that is' : 'fields that are'} not known here: ${nameSome(issue.keys)}`
    case 'too_big':
      return describeBound(issue.origin, 'more than', Number(issue.maximum))
    case 'too_small':
      return describeBound(issue.origin, 'less than', Number(issue.minimum))
    case 'invalid_union':
      return 'is in none of the accepted forms'
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'is not written as it should be'
    default:
      return undefined
  }
}

/** Whoever sends may call fields anything, and as many as they like. */
function nameSome(keys: string[]): string {
  return keys
    .slice(0, 5)
    .map((key) => key.slice(0, 60).toWellFormed())
    .join(', ')
}

const FORMATS: Record<string, string> = { uuid: 'is not an id', url: 'is not an address', email: 'is not an e-mail address' }

function describeBound(origin: string, than: 'more than' | 'less than', bound: number): string {
  const counted = COUNTED[origin]
  if (counted !== undefined && than === 'less than' && bound === 1) return 'is empty'
  return `${counted === undefined ? 'is' : 'has'} ${than} ${bound}${counted ?? ''}`
}

z.config({ customError: describeIssue })
