const ALL = '(?:(?:all|always|really|secretly|still|just|only|simply|basically|nothing but|by nature|such|so|a|an|the|too|that|like) ){0,3}'
const EVERYTHING = '(?:everything|the world|this country|the country|our country|this town|our culture|our way of life)'

/**
 * Ways to slander a group as such, beyond harsh words: what it is said to rule, to be after, to be by nature, and where it is sent. As in
 * put-down-ways.ts: the first word, then what follows, in words as the models read them. Nothing counts that is told or denied (`isTold`).
 */
export const SLANDERS: readonly (readonly [first: string, next: string])[] = [
  ['<id>', `${ALL}(?:control|controls|own|owns|run|runs|rule|rules) (?:(?:the|all|our|most|of|this|whole) ){0,3}(?:media|banks?|banking|press|papers|hollywood)`],
  ['<id>', `${ALL}(?:control|controls|rule|rules) (?:the )?(?:(?:whole|entire) )?(?:world|government|governments|economy|everything)`],
  ['<id> they', `(?:(?:only|just|all|really) )*(?:want|wants|are trying|are here|plan|intend|are coming|came here) to (?:take over|take us over|replace us|outbreed us|conquer|invade|enslave|islami[sz]e|destroy (?:us|our|europe|america|this))`],
  ['<id> they', `(?:(?:only|just|all) )*(?:come|came|are|'re) (?:over )?(?:here )?(?:(?:only|just|all) )*(?:over )?(?:here )?(?:for|to) (?:(?:our|the|get|claim|live|off|on|steal|rob|leech|sponge|free) )+(?:benefits?|welfare|handouts|houses|money|jobs|women|us)`],
  ['<id> they', `(?:(?:all|always|just|will) )*(?:steal (?:everything|anything|our|your|whatever)|(?:smell|stink)(?= [!?]|$)|(?:breed|multiply|reproduce) like|lie (?:about everything|all the time|to your face)|bring (?:disease|diseases|crime|filth|drugs)|(?:ruined|destroyed|wrecked|are ruining|are destroying|will destroy) ${EVERYTHING})`],
  ['<id>', `(?:can n't|cannot|can never|will never) be (?:trusted|civili[sz]ed|integrated|tamed|reasoned with)`],
  ['<id>', '(?:will never|never|refuse to|do n\'t want to) (?:integrate|assimilate|adapt to our|respect our|behave)'],
  ['<id>', '(?:have|has|got|\'ve got) (?:no|zero) (?:morals?|humou?r|honou?r|shame|brains?|conscience|self control|manners|culture|decency)(?! (?:to|from|in))'],
  ['<id>', 'belongs? (?:in|on|at|behind) (?:the |a |an )?(?:kitchen|zoo|jail|prison|camps?|cages?|ghettos?|stove|asylum)'],
  ['they people <id> that', `(?:are|is|'re) ${ALL}(?:drunks|drunkards|drains? on|burdens? (?:on|to)|plague|disease|infestation|curse|primitive|inferior|uncivili[sz]ed|savages|barbarians|subhuman|vermin|leeches|spongers|scroungers|perverts|groomers|not (?:even )?(?:human|like us they))`],
  ['<id>', `are ${ALL}(?:emotional|stupid|dumb|lazy|greedy|violent|hysterical) (?:to|by nature)`],
  ['<id>', 'are <id> in (?:dresses|wigs|skirts)'],
  ['<id>', '(?:\\S+ ){0,3}hide your (?:wallets?|purses?|daughters?|wives|kids|silver|valuables)'],
  ['know', '(?:what|how) (?:those |these |the )?<id> (?:are|is)(?: like)?(?= [!?]|$| hide| always| they)'],
  ['never', 'trust (?:an? |any |the |these )?<id>(?= [!?]|$)'],
  ['^do can', "n't (?:ever )?trust (?:an? |any |the |these )?<id>(?= [!?]|$)"],
  ['^send ^ship ^kick', '(?:them|these \\S+|all of them|every one of them|the lot|<id>) (?:all )?(?:back|home|out)(?= [!?]|$| to| where)'],
  ['^deport', '(?:them all|all of them|every (?:last |single )?one of them|the (?:whole )?lot|all <id>)'],
  ['^go ^get', 'back to (?:africa|asia|mexico|china|pakistan|india|israel|syria|poland|turkey|arabia|romania|somalia|cuba|iran|iraq)(?= [!?]|$)'],
] // prettier-ignore

/** Words by which what is said of a group is told, denied or asked about rather than said. */
const TELLING = new Set(
  `not n't never no nobody myth myths lie lies liar claim claims claimed claiming say says said saying believe believes believed told tell tells idea
   stereotype stereotypes cliche calling called wrong false untrue conspiracy theory racist racists racism antisemitic sexist bigot bigots who why if ministry
   report reports article according think thinks thought when once were was used`.split(/\s+/),
)

/** Whether a word before a place in a text tells that what follows is another's opinion, or none. */
export function isTold(forms: readonly string[], at: number): boolean {
  return forms.slice(0, at).some((form) => TELLING.has(form))
}
