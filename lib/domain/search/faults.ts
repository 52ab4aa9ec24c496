/**
 * What can be wrong with a part of a search or of a rule's condition. In English the sentences are part of the API's contract; the other
 * languages are in components/words/desk. `{value}` is what was typed, or the operator; `{known}` is what it could be.
 */
export const SEARCH_FAULTS = {
  'fault.quotes': 'There is nothing between the quotation marks',
  'fault.empty': 'It needs a value',
  'fault.mark': '{value} is not a mark: {known}',
  'fault.fact': '{value} is none of {known}',
  'fault.score': 'A score is a number from 0 to 1',
  'fault.count': '{value}: a whole number',
  'fault.record': '{value}: a whole number up to 999',
  'fault.share': '{value}: a share from 0 to 1',
  'fault.day': '{value}: a day such as 2026-11-01',
  'fault.age': 'age: such as age<30m, age<24h, age>2d',
  'fault.operator': '{value} is not an operator. In quotation marks it is searched for as it stands',
  'fault.joiner':
    '{value} is not an operator: every term must hold, and a minus before a term turns it round. In quotation marks it is searched for as a word',
  'fault.terms': 'More than {value} terms',
  'fault.rules': 'Only rules ask for this',
  'fault.person': 'A rule is for everybody. What one person sends is held on that person’s page',
  'fault.time': 'A rule looks at comments as they arrive',
  'fault.later': 'This is not known of a comment while it arrives',
} as const satisfies Record<string, string>
export type SearchFault = keyof typeof SEARCH_FAULTS

/** What is wrong, in English. */
export function describeFault({ fault, value, known }: { fault: SearchFault; value: string; known: string }): string {
  const given: Record<string, string> = { value, known }
  return SEARCH_FAULTS[fault].replaceAll(/\{(\w+)\}/g, (_, name: string) => given[name] ?? '')
}
