/** Words without one of which nobody is threatened: most texts are done with here. */
const CUES = new Set(
  `kill murder shoot stab strangle slap punch hurt hang hunt burn drown choke break smash cut kick rip beat bash slit stomp die dies rot
  shot hanged hung killed executed lynched lynch gassed watch live coming come put cancer
  sleep lesson face happens ditch coffin ambulance knock rots burns croak croaks sick lose robs sooner bullet gone without favour favor jump string run regret
  dead hanging hanged burning bleed bleeding swing swinging beaten numbered happen shame pity terrible unfortunate awful safe alone careful shut address
  nursery goes sleeps outside list beating thrashing kicking slapping slapped whipped flogged strung dog dogs animals alive behead execute exterminate death
  guillotine gallows noose lamp lampposts mow drive plough plow ram torch firebomb bomb starve freeze rot walk`.split(/\s+/),
)

const MEANS = "(?:will|'ll|shall|wanna|gonna|want to|(?:am |'m |are |'re )?(?:going|coming) to)"
const PERSONS = '(?:you|u|ya|him|her|them|your|his|their)'
const ENDED = '(?:shot|hanged|hung|killed|executed|lynched|gassed|put down)'
const BODY = '(?:legs?|arms?|neck|face|teeth|head|skull|jaw|bones?|nose|knees?|kneecaps|throat|fingers)'

/** Who would do what to whom, in words as the models read them ("I'll" is two), one blank between them. */
const THREATS = [
  `(?:i|we) (?:\\S+ )?${MEANS} (?:\\S+ ){0,3}(?:kill|murder|shoot|stab|strangle|slap|punch|hurt) ${PERSONS}(?! an? (?:e-?mail|message|note|line))`,
  `(?:i|we) (?:\\S+ )?${MEANS} (?:\\S+ ){0,3}(?:hang|hunt|burn|drown|choke) you`,
  `(?:i|we|someone|somebody) (?:\\S+ ){0,6}(?:break|smash|cut|kick|punch|rip|beat|bash|slit|stomp) (?:in |off |out )?(?:your|his|her|their) (?:\\S+ )?${BODY}`,
  `(?:you|he|she|they|him|her|them|these \\S+|those \\S+|<id>) (?:all )?(?:should|deserves? to|ought to|needs? to|must) (?:all )?be ${ENDED}`,
  `you (?:should|deserve to|ought to|need to) (?:all )?(?:die|hang|burn|rot)`,
  `(?:hope|wish|pray|may) (?:that )?(?:you|he|she|they|your \\S+|someone|somebody) (?:\\S+ ){0,3}(?:dies?(?! (?:peacefully|in peace|at home|happy|quietly))|choke|rots?|drown|croak|burns? (?:in hell|down)|gets? (?:cancer|shot|raped|sick|hit by|run over|robbed|beaten)|robs? your|lose your (?:job|home|house))`,
  `(?:kill|hang|shoot|drown) yourself`,
  `(?:better |should )?watch your back`,
  `know where you live`,
  `(?:i|we) (?:will |'ll |can )?(?:know|find out) where you (?:live|work|sleep)`,
  `with one eye open`,
  `(?:come|say (?:it|that)) to my (?:\\S+ )?(?:face|town|house|street|door) and`,
  `see what happens to you`,
  `regret this i (?:promise|swear)`,
  `teach (?:you|him|her|them) a lesson with`,
  `you (?:\\S+ ){0,4}(?:leave|end up|wake up) in (?:a|an) (?:ditch|coffin|ambulance|wheelchair|hospital bed|body bag)`,
  `knock (?:your|his|her|their) (?:\\S+ )?(?:teeth|block|head|lights)`,
  `(?:rot|burn) in hell`,
  `drop dead(?! gorgeous)`,
  `string (?:him|her|you|the lot of them|them all) up`,
  `(?:should be|be|get) taken out (?:back )?and shot`,
  `the sooner (?:you|he|she|they) (?:(?:are|is|'re|'s) dead|dies?|croaks?)`,
  `can n't wait (?:until|till) (?:you|he|she|they) (?:\\S+ )?(?:dies?|croaks?|drops? dead|rots?)`,
  `(?:go|and|should|please) jump off (?:a|the) (?:bridge|cliff|roof)`,
  `(?:pity|shame|bad) (?:\\S+ ){0,3}bullet missed`,
  `(?:better )?(?:off )?(?:when|once) you (?:are|'re) (?:gone|dead)`,
  `(?:i|we) (?:\\S+ )?(?:am|'m|are|'re|will|'ll) (?:\\S+ )?com(?:e|ing) (?:for you|to your (?:house|home|door))`,
  // what will become of somebody
  `(?:you|he|she) (?:won n't|will not) (?:live (?:to see|long)|see (?:christmas|the morning|your next))`,
  `you (?:will|'ll) (?:all )?be dead(?= (?:by|before|soon|tonight|tomorrow)|$| [!?])`,
  `make sure (?:you|he|she|they) never (?:walk|talk|see|work|breathe)`,
  `(?:love|like|want|wait) to see (?:you|him|her|them|that \\S+|these \\S+) (?:hang|hanging|hanged|dead|burn|burning|bleed|bleeding|swing|swinging|shot|drown|beaten)`,
  `your days are numbered`,
  `something (?:bad|terrible|nasty|awful) (?:is going to|will|might|could|may) happen to (?:you|your)`,
  `(?:shame|pity|terrible|unfortunate|awful) if (?:something|anything|they|he|she|it|your \\S+|someone|somebody) (?:\\S+ )?(?:happened|caught fire|got hurt|burned|burnt|had an accident|broke|exploded|was hurt|were hurt)`,
  `your (?:kids|children|family|wife|husband|house|<id>) (?:won n't|will not|is n't|are n't) (?:be )?safe(?! (?:if|in|on|without|when|unless|from))`,
  `(?:you|your \\S+) (?:\\S+ )?better not (?:walk|sleep|go) (?:\\S+ )?alone`,
  `be (?:very )?careful (?:starting|leaving|walking|sleeping|opening|driving) (?:\\S+ ){0,6}if (?:i|we) (?:was|were) you`,
  `(?:one day|someone|somebody) (?:\\S+ )?(?:is going to|will|gonna) (?:shut you up|come for you)`,
  // who knows where somebody is
  `(?:i|we) (?:know|found out) (?:which|what) (?:school|street|bus|car|nursery) (?:you|your \\S+)`,
  `know where your (?:kids|children|wife|husband|daughter|son|family|mother|<id>) (?:goes?|lives?|works?|sleeps?)`,
  `(?:i|we) (?:have|'ve got|got|have got) your (?:home )?address(?= now| see|$| [!?])`,
  `(?:am|'m|are|'re) outside your (?:house|home|door|window)`,
  `your name is on (?:it|the list|my list|our list)(?= [!?]|$)`,
  // what should be done to them
  `(?:you|he|she|they|who|that \\S+|this \\S+) (?:needs?|deserves?|wants?) a (?:good |proper |real )?(?:beating|thrashing|kicking|slapping)(?= [!?]|$| for)`,
  `(?:you|he|she|they) (?:needs?|deserves?|ought) to be (?:slapped|beaten|whipped|flogged|strung up|put down)`,
  `(?:should|must|ought to|to) (?:all )?be strung up`,
  `put (?:him|her|them|you) down like (?:a |an )?(?:\\S+ )?(?:dogs?|animals?)`,
  `skin (?:him|her|them|you) alive`,
  `(?<=^|[!?] )(?:lynch|behead|execute|exterminate) (?:him|her|them|the lot|every)`,
  `(?<=^|[!?] )death to (?:the |all )?(?!(?:death|false) )`,
  `bring back the (?:guillotine|gallows|noose) for`,
  `(?:lamp ?posts?|lampposts) (?:are|is) (?:waiting|ready)`,
  `(?<=^|[!?] )(?:just )?(?:run|mow) (?:them|him|her) (?:all )?(?:over|down)`,
  `(?<=^|[!?] )(?:just )?(?:drive|plough|plow|ram) (?:an? |your )?(?:\\S+ )?(?:straight |right )?(?:through|into|over) (?:the|that|this|these|those) (?:protest(?:er)?s?|crowd|demonstrators|activists|cyclists|blockade|<id>)`,
  `(?<=^|[!?] )(?:torch|burn|firebomb|bomb|blow up) (?:down )?(?:the|that|this|their|his|her) (?:\\S+ ){1,3}(?:down|with (?:them|everyone|all|you|him|her)|to the ground)`,
  `let them (?:all )?(?:drown|starve|burn|rot|freeze|die)(?= [!?]|$| in)`,
  `(?:someone|somebody) (?:should|needs to|ought to) (?:shoot|kill|hang|stab|strangle|lynch|slap|punch|run (?:you|him|her|them) over|beat (?:some sense|the))`,
]
const THREAT = new RegExp(`(?:^| )(?:${THREATS.join('|')})(?= |$)`)

/**
 * Whether a text says that somebody will be hurt, or should be: what the net, which saw few threats, hears too seldom. Only the
 * plainest ways of saying so; `forms` are words as the models read them.
 */
export function hasThreat(forms: readonly string[]): boolean {
  return forms.some((form) => CUES.has(form)) && THREAT.test(forms.join(' '))
}

/** The words `from`–`to`, exclusive, by which a text threatens; null where it does not. */
export function findThreat(forms: readonly string[]): { from: number; to: number } | null {
  const said = forms.join(' ')
  const found = THREAT.exec(said)
  if (found === null) return null
  const { 0: threat, index } = found
  const from = countWords(said.slice(0, index + (threat.startsWith(' ') ? 1 : 0)))
  return { from, to: from + countWords(`${threat.trim()} `) }
}

const countWords = (said: string) => said.split(' ').length - 1
