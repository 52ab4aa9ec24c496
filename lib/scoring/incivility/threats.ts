import { cueWays, type CuedWay } from './cued-ways'

const MEANS = "(?:will|'ll|shall|wanna|gonna|want to|(?:am |'m |are |'re )?(?:going|coming) to)"
const PERSONS = '(?:you|u|ya|him|her|them|your|his|their)'
const ENDED = '(?:shot|hanged|hung|killed|executed|lynched|gassed|put down)'
const BODY = '(?:legs?|arms?|neck|face|teeth|head|skull|jaw|bones?|nose|knees?|kneecaps|throat|fingers)'

/** Ways to threaten: who would do what to whom, in words as the models read them ("I'll" is two). */
const THREATS: readonly CuedWay[] = [
  ['kill murder shoot stab strangle slap punch hurt', `(?:i|we) (?:\\S+ )?${MEANS} (?:\\S+ ){0,3}(?:kill|murder|shoot|stab|strangle|slap|punch|hurt) ${PERSONS}(?! an? (?:e-?mail|message|note|line))`],
  ['kill murder shoot stab strangle slap punch hurt beat hunt attack', `i (?:\\S+ )?${MEANS} (?:kill|murder|shoot|stab|strangle|slap|punch|hurt|beat up|hunt(?: down)?|attack) (?:(?:every|all|any|each|those|these|the next|the first|as many) ){1,2}(?:\\S+ )?<id>`],
  ['hang hunt burn drown choke', `(?:i|we) (?:\\S+ )?${MEANS} (?:\\S+ ){0,3}(?:hang|hunt|burn|drown|choke) you`],
  ['break smash cut kick punch rip beat bash slit stomp', `(?:i|we|someone|somebody) (?:\\S+ ){0,6}(?:break|smash|cut|kick|punch|rip|beat|bash|slit|stomp) (?:in |off |out )?(?:your|his|her|their) (?:\\S+ )?${BODY}`],
  ['shot hanged hung killed executed lynched gassed put', `(?:you|he|she|they|him|her|them|these \\S+|those \\S+|<id>) (?:all )?(?:should|deserves? to|ought to|needs? to|must) (?:all )?be ${ENDED}`],
  ['die hang burn rot', `you (?:should|deserve to|ought to|need to) (?:all )?(?:die|hang|burn|rot)`],
  ['die dies choke rot rots drown croak burn burns cancer shot raped sick hit run robbed beaten rob robs lose', `(?:hope|wish|pray|may) (?:that )?(?:you|he|she|they|your \\S+|someone|somebody) (?:\\S+ ){0,3}(?:dies?(?! (?:peacefully|in peace|at home|happy|quietly))|choke|rots?|drown|croak|burns? (?:in hell|down)|gets? (?:cancer|shot|raped|sick|hit by|run over|robbed|beaten)|robs? your|lose your (?:job|home|house))`],
  ['yourself', `(?:kill|hang|shoot|drown) yourself`],
  ['watch', `(?:better |should )?watch your back`],
  ['live', `know where you live`],
  ['live work sleep', `(?:i|we) (?:will |'ll |can )?(?:know|find out) where you (?:live|work|sleep)`],
  ['sleep', `with one eye open`],
  ['come face', `(?:come|say (?:it|that)) to my (?:\\S+ )?(?:face|town|house|street|door) and`],
  ['happens', `see what happens to you`],
  ['regret', `regret this i (?:promise|swear)`],
  ['lesson', `teach (?:you|him|her|them) a lesson with`],
  ['ditch coffin ambulance wheelchair bed bag', `you (?:\\S+ ){0,4}(?:leave|end up|wake up) in (?:a|an) (?:ditch|coffin|ambulance|wheelchair|hospital bed|body bag)`],
  ['knock', `knock (?:your|his|her|their) (?:\\S+ )?(?:teeth|block|head|lights)`],
  ['rot burn', `(?:rot|burn) in hell`],
  ['dead', `drop dead(?! gorgeous)`],
  ['string', `string (?:him|her|you|the lot of them|them all) up`],
  ['shot', `(?:should be|be|get) taken out (?:back )?and shot`],
  ['sooner', `the sooner (?:you|he|she|they) (?:(?:are|is|'re|'s) dead|dies?|croaks?)`],
  ['die dies croak croaks dead rot rots', `can n't wait (?:until|till) (?:you|he|she|they) (?:\\S+ )?(?:dies?|croaks?|drops? dead|rots?)`],
  ['jump', `(?:go|and|should|please) jump off (?:a|the) (?:bridge|cliff|roof)`],
  ['bullet', `(?:pity|shame|bad) (?:\\S+ ){0,3}bullet missed`],
  ['gone dead', `(?:better )?(?:off )?(?:when|once) you (?:are|'re) (?:gone|dead)`],
  ['come coming', `(?:i|we) (?:\\S+ )?(?:am|'m|are|'re|will|'ll) (?:\\S+ )?com(?:e|ing) (?:for you|to your (?:house|home|door))`],
  // what will become of somebody
  ['live christmas morning next', `(?:you|he|she) (?:won n't|will not) (?:live (?:to see|long)|see (?:christmas|the morning|your next))`],
  ['dead', `you (?:will|'ll) (?:all )?be dead(?= (?:by|before|soon|tonight|tomorrow)|$| [!?])`],
  ['never', `make sure (?:you|he|she|they) never (?:walk|talk|see|work|breathe)`],
  ['hang hanging hanged dead burn burning bleed bleeding swing swinging shot drown beaten', `(?:love|like|want|wait) to see (?:you|him|her|them|that \\S+|these \\S+) (?:hang|hanging|hanged|dead|burn|burning|bleed|bleeding|swing|swinging|shot|drown|beaten)`],
  ['numbered', `your days are numbered`],
  ['happen', `something (?:bad|terrible|nasty|awful) (?:is going to|will|might|could|may) happen to (?:you|your)`],
  ['shame pity terrible unfortunate awful', `(?:shame|pity|terrible|unfortunate|awful) if (?:something|anything|they|he|she|it|your \\S+|someone|somebody) (?:\\S+ )?(?:happened|caught fire|got hurt|burned|burnt|had an accident|broke|exploded|was hurt|were hurt)`],
  ['safe', `your (?:kids|children|family|wife|husband|house|<id>) (?:won n't|will not|is n't|are n't) (?:be )?safe(?! (?:if|in|on|without|when|unless|from))`],
  ['alone', `(?:you|your \\S+) (?:\\S+ )?better not (?:walk|sleep|go) (?:\\S+ )?alone`],
  ['careful', `be (?:very )?careful (?:starting|leaving|walking|sleeping|opening|driving) (?:\\S+ ){0,6}if (?:i|we) (?:was|were) you`],
  ['shut come', `(?:one day|someone|somebody) (?:\\S+ )?(?:is going to|will|gonna) (?:shut you up|come for you)`],
  // who knows where somebody is
  ['school street bus car nursery', `(?:i|we) (?:know|found out) (?:which|what) (?:school|street|bus|car|nursery) (?:you|your \\S+)`],
  ['know', `know where your (?:kids|children|wife|husband|daughter|son|family|mother|<id>) (?:goes?|lives?|works?|sleeps?)`],
  ['address', `(?:i|we) (?:have|'ve got|got|have got) your (?:home )?address(?= now| see|$| [!?])`],
  ['outside', `(?:am|'m|are|'re) outside your (?:house|home|door|window)`],
  ['name', `your name is on (?:it|the list|my list|our list)(?= [!?]|$)`],
  // what should be done to them
  ['beating thrashing kicking slapping', `(?:you|he|she|they|who|that \\S+|this \\S+) (?:needs?|deserves?|wants?) a (?:good |proper |real )?(?:beating|thrashing|kicking|slapping)(?= [!?]|$| for)`],
  ['slapped beaten whipped flogged strung put', `(?:you|he|she|they) (?:needs?|deserves?|ought) to be (?:slapped|beaten|whipped|flogged|strung up|put down)`],
  ['strung', `(?:should|must|ought to|to) (?:all )?be strung up`],
  ['dog dogs animal animals', `put (?:him|her|them|you) down like (?:a |an )?(?:\\S+ )?(?:dogs?|animals?)`],
  ['alive', `skin (?:him|her|them|you) alive`],
  ['lynch behead execute exterminate', `(?<=^|[!?] )(?:lynch|behead|execute|exterminate) (?:him|her|them|the lot|every)`],
  ['death', `(?<=^|[!?] )death to (?:the |all )?(?!(?:death|false) )`],
  ['guillotine gallows noose', `bring back the (?:guillotine|gallows|noose) for`],
  ['lamp lamppost lampposts', `(?:lamp ?posts?|lampposts) (?:are|is) (?:waiting|ready)`],
  ['run mow', `(?<=^|[!?] )(?:just )?(?:run|mow) (?:them|him|her) (?:all )?(?:over|down)`],
  ['drive plough plow ram', `(?<=^|[!?] )(?:just )?(?:drive|plough|plow|ram) (?:an? |your )?(?:\\S+ )?(?:straight |right )?(?:through|into|over) (?:the|that|this|these|those) (?:protest(?:er)?s?|crowd|demonstrators|activists|cyclists|blockade|<id>)`],
  ['torch burn firebomb bomb blow', `(?<=^|[!?] )(?:torch|burn|firebomb|bomb|blow up) (?:down )?(?:the|that|this|their|his|her) (?:\\S+ ){1,3}(?:down|with (?:them|everyone|all|you|him|her)|to the ground)`],
  ['drown starve burn rot freeze die', `let them (?:all )?(?:drown|starve|burn|rot|freeze|die)(?= [!?]|$| in)`],
  ['shoot kill hang stab strangle lynch slap punch run beat', `(?:someone|somebody) (?:should|needs to|ought to) (?:shoot|kill|hang|stab|strangle|lynch|slap|punch|run (?:you|him|her|them) over|beat (?:some sense|the))`],
] // prettier-ignore

const listWays = cueWays(THREATS, (way) => new RegExp(`(?:^| )(?:${way})(?= |$)`))

/**
 * Whether a text says that somebody will be hurt, or should be: what the net, which saw few threats, hears too seldom. Only the
 * plainest ways of saying so; `forms` are words as the models read them.
 */
export function hasThreat(forms: readonly string[]): boolean {
  return findThreat(forms) !== null
}

/** The words `from`–`to`, exclusive, by which a text threatens first; null where it does not. */
export function findThreat(forms: readonly string[]): { from: number; to: number } | null {
  const ways = listWays(forms)
  if (ways.length === 0) return null
  const said = forms.join(' ')
  const found = ways.map((way) => way.exec(said)).filter((one) => one !== null)
  const [first] = found.sort((a, b) => a.index - b.index)
  if (first === undefined) return null
  const { 0: threat, index } = first
  const from = countWords(said.slice(0, index + (threat.startsWith(' ') ? 1 : 0)))
  return { from, to: from + countWords(`${threat.trim()} `) }
}

const countWords = (said: string) => said.split(' ').length - 1
