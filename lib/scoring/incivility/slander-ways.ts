const ALL = '(?:(?:all|always|really|secretly|still|just|only|simply|basically|nothing but|by nature|such|so|a|an|the|too|that|like) ){0,3}'
/** What follows where people of a group are meant, and not what is theirs: "I loathe Germans", but not "I loathe German beer". */
const PERSONS = '(?: (?:people|persons?|folks?|ones|students|workers|neighbou?rs|<id>))?'
const THEMSELVES = `${PERSONS}(?= [!?]|$| (?:so|and|or|more|most|with|who|that|because|for|as|they|too|all|like|in|here|everywhere|these|coming|i))`
const ALL_OF = '(?:(?:all|every|each|any|those|these|the|such|most|bloody|damn|fucking|single) ){0,3}'
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
  ['<id>', `(?:people |person |folks? )?are ${ALL}(?:evil|our enemies|the enemy|worthless|repulsive|repugnant|vile|loathsome|beneath (?:us|me))(?! to)`],
  // contempt
  ['^hate ^loathe ^despise', `${ALL_OF}<id>${THEMSELVES}`],
  ['i we everybody everyone', `(?:(?!n't|not|never|hardly|cannot|to|should|why|they|you)\\S+ ){0,3}?(?:hates?|loathes?|detests?|despises?|abhor) ${ALL_OF}<id>${THEMSELVES}`],
  ['can could', `(?:n't|not) (?:even |just )?(?:stand|stomach) ${ALL_OF}<id>${PERSONS}(?= [!?]|$| (?:so|and|they|because|around|near))`],
  ['my', `(?:contempt|disgust|hatred|loathing) (?:for|of|with|at) ${ALL_OF}<id>${PERSONS} (?:is|knows|has)`],
  ['<id>', '(?:people |person |folks? )?(?:disgust|repel|revolt|sicken|repulse) (?:me|us)'],
  ['<id>', '(?:people |person |folks? )?(?:fill|fills) (?:me|us) with (?:revulsion|disgust|hatred|hate|contempt|loathing|rage)'],
  // shut out
  ['<id>', '(?:people |person |folks? )?(?:are|is) (?:not|n\'t) (?:welcome|wanted) (?:in (?:my|our|any|this)|here|among us|anywhere)'],
  ['<id>', '(?:people |person |folks? )?(?:do not|do n\'t|does not) deserve (?:(?:any|to have|the|our|equal|human) )*(?:rights|respect|mercy|sympathy|pity|to live|to exist|to breathe|freedom|a vote|to vote)'],
  ['<id>', '(?:people |person |folks? )?should (?:not|n\'t|never) (?:even )?be allowed (?:to (?:vote|breed|reproduce|marry|live|drive|exist|speak|work|teach|have (?:kids|children))|near|around|in (?:our|this|my|here))'],
  ['<id>', '(?:people |person |folks? )?(?:should|must|need to|ought to|better) (?:know|learn|remember|stay in|be put in|be kept in|be taught) (?:their|its|her|his) place'],
  ['<id>', '(?:people |person |folks? )?(?:should|must|ought to|need to|have to) be (?:all )?(?:locked up|locked away|sterili[sz]ed|castrated|banned from|caged|put in (?:camps?|cages?)|driven out|thrown out|kicked out|sent (?:back|home)|kept (?:away|out)|wiped out|got rid of)'],
  ['no', `(?:place|room|space) for ${ALL_OF}<id>${PERSONS} (?:in (?:our|this|my)|here|among us)`],
  ['no', `more <id>${PERSONS}(?: please)?(?= [!?]|$| (?:in (?:our|my|this)|here|please))`],
  ['rid', `of ${ALL_OF}<id>${PERSONS}(?= [!?]|$| (?:before|once|now|here|from our))`],
  ['should ought', '(?:to )?be (?:illegal|forbidden|a crime) to be (?:a |an )?<id>'],
  ['i we', `(?:\\S+ )?(?:refuse to|(?:would|will) never|'d never) (?:work with|live near|live next to|sit (?:next to|near)|hire|serve|employ|rent to|be treated by|vote for) (?:an? )?${ALL_OF}<id>${PERSONS}(?= [!?]|$| (?:and|or|who|again|in|because))`],
  ['never', `let ${ALL_OF}(?:an? )?<id>${PERSONS} (?:near|touch|around|into) (?:my|our|me|us|the)`],
  ['nothing', `(?:(?:good|decent|useful|of value|has|have|ever) )*(?:come|comes|came) (?:from|of|out of) ${ALL_OF}<id>${PERSONS}(?= [!?]|$| (?:and|or|ever))`],
  ['nothing', `but (?:hate|hatred|contempt|disgust|loathing|disdain|scorn) for ${ALL_OF}<id>${THEMSELVES}`],
  ['<id>', '(?:people )?(?:bring|brings|cause|causes) (?:us )?(?:nothing but|only) (?:trouble|crime|problems|misery|violence)'],
  ['<id>', '(?:people )?(?:ruin|ruins|destroy|destroys|poison|poisons|spoil|spoils) (?:everything|all|whatever) (?:that )?(?:they|it|he|she) touch(?:es)?'],
  ['<id>', '(?:people )?(?:are|is) (?:not|n\'t) (?:even )?(?:real|proper|actual) (?:people|persons?|humans?|human beings)'],
  ['<id>', '(?:people )?(?:can n\'t|can not|cannot|never) (?:do|get) (?:anything|a thing) right'],
  ['hitler', '(?:was right|had the right idea|did nothing wrong|should have (?:finished|won)|did n\'t finish)'],
  ['of', `course it (?:was|is|'s) (?:an? |another )<id>${PERSONS}(?= [!?]|$| (?:it always|again))`],
  ['no', '<id> (?:person |people )?(?:can|should|could|will|has|is|was) (?:ever |actually |truly |really )?(?:be trusted|been worth|worth|be allowed|ever done|done anything|contributed|capable|decent)'],
  ['nobody one', `(?:would|will|is going to) miss ${ALL_OF}<id>${PERSONS} if they`],
  ['better happier safer cleaner', `(?:off )?(?:place )?(?:without|if (?:there were no|we had no)) ${ALL_OF}<id>${PERSONS}(?= [!?]|$| (?:in|around|here|and))`],
  ['better happier safer', `(?:off )?if ${ALL_OF}<id>${PERSONS} (?:all )?(?:left|vanished|disappeared|died|stayed away|went (?:away|back|home)|kept away|were gone)`],
  ['call calling', '<id>(?: people)? human(?= [!?]|$)'],
  ['^why', `(?:do|should|did) (?:we|they|you) (?:even |still |ever )?(?:let|allow|tolerate|put up with|accept) ${ALL_OF}<id>${PERSONS} ?(?:to )?(?:live|exist|vote|breed|in|into|stay|here|(?=$|[!?]))`],
  ['rather', `(?:die|starve|be dead|rot|burn) than (?:\\S+ ){1,4}<id>`],
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
