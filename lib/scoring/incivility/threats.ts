/** Words without one of which nobody is threatened: most texts are done with here. */
const CUES = new Set(
  `kill murder shoot stab strangle slap punch hurt hang hunt burn drown choke break smash cut kick rip beat bash slit stomp die dies rot
  shot hanged hung killed executed lynched lynch gassed watch live coming come put cancer`.split(/\s+/),
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
  `(?:hope|wish) (?:that )?(?:you|he|she|they) (?:\\S+ ){0,2}(?:dies?|choke|rot|drown|burn in hell|gets? (?:cancer|shot|raped))`,
  `(?:kill|hang|shoot|drown) yourself`,
  `(?:better |should )?watch your back`,
  `know where you live`,
  `(?:i|we) (?:\\S+ )?(?:am|'m|are|'re|will|'ll) (?:\\S+ )?com(?:e|ing) (?:for you|to your (?:house|home|door))`,
  `(?:someone|somebody) (?:should|needs to|ought to) (?:shoot|kill|hang|stab|strangle|lynch|slap|punch)`,
]
const THREAT = new RegExp(`(?:^| )(?:${THREATS.join('|')})(?= |$)`)

/**
 * Whether a text says that somebody will be hurt, or should be: what the net, which saw few threats, hears too seldom. Only the
 * plainest ways of saying so; `forms` are words as the models read them.
 */
export function hasThreat(forms: readonly string[]): boolean {
  return forms.some((form) => CUES.has(form)) && THREAT.test(forms.join(' '))
}
