/** Words without one of which nobody is threatened: most texts are done with here. */
const CUES = new Set(
  `kill murder shoot stab strangle slap punch hurt hang hunt burn drown choke break smash cut kick rip beat bash slit stomp die dies rot
  shot hanged hung killed executed lynched lynch gassed watch live coming come put cancer
  sleep lesson face happens ditch coffin ambulance knock rots burns croak croaks sick lose robs sooner bullet gone without favour favor jump string run regret`.split(
    /\s+/,
  ),
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
  `ca n't wait (?:until|till) (?:you|he|she|they) (?:\\S+ )?(?:dies?|croaks?|drops? dead|rots?)`,
  `(?:go|and|should|please) jump off (?:a|the) (?:bridge|cliff|roof)`,
  `(?:pity|shame|bad) (?:\\S+ ){0,3}bullet missed`,
  `(?:better )?(?:off )?(?:when|once) you (?:are|'re) (?:gone|dead)`,
  `(?:i|we) (?:\\S+ )?(?:am|'m|are|'re|will|'ll) (?:\\S+ )?com(?:e|ing) (?:for you|to your (?:house|home|door))`,
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
