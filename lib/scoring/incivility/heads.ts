/** The heads of the model, in the order in which it was trained. */
export const HEADS = [
  'uncivil',
  'insult',
  'identity_attack',
  'threat',
  'profanity',
  'sexual',
  'condescension',
  'generalisation',
  'mockery',
  'attack',
] as const
export type Head = (typeof HEADS)[number]
