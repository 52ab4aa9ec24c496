/** What somebody may be said to be, between the words that say how much so. */
const DEGREE =
  '(?:a|an|the|such|so|too|just|really|very|bit|of|one|being|nothing|but|always|clearly|obviously|probably|truly|quite|all|still|only|that|this|total|totally|complete|completely|absolute|utter|big|little|sad|poor|real|seriously|honestly|plain|simply|as|even|more|also)'
const DULL = `(?:joke|nobody|tool|clown|clwon|nutcase|nutter|nutjob|thick|dense|dim|deluded|delusional|gullible|brainwashed|clueless|muppets?|fraud|phony|losers?|disgrace|embarrassment|drama queen|crybaby|snowflakes?|whiner|trolls?|hypocrites?|cowards?|liars?|lier|loosers?|idot|idoit|idiots?|morons?|moran|sheep|sheeple|spineless|brainless|mindless|pathetic|pathetik|laughable|illiterate|insane|unhinged|nuts|bonkers|creep|weirdo|dumb|stupid|stoopid|retarted|ignorant|ignorent|thin skinned|piece of work|poor excuse|part of the problem|all talk|beyond help|full of (?:yourself|it|hot air|crap|nonsense)|out of your (?:mind|depth|tiny mind)|off your (?:head|rocker|meds|trolley)|waste of (?:space|time|air|oxygen|skin)|wasting (?:my|our|everyone 's|everybody 's) (?:time|oxygen|air)|not (?:very |the )?(?:bright|smart|clever|brightest|sharpest)|embarrassing yourself|sad (?:little )?(?:man|woman|person|life|<id>))`
const NOT_OF = '(?! (?:of|about|that|for|to|with|if|when|school))'
const SMALL = '(?:potato|flea|goldfish|gnat|amoeba|rock|brick|peanut|pea|turnip|child|squirrel|sponge|doorknob|houseplant|toddler|<id>)'
const CLEVER = '(?:genius|einstein|sherlock|mastermind|smart guy|smarty pants|wise one|sweetie|snowflake|kiddo)'

/**
 * Ways to insult somebody, to talk down to them and to wave them away that need no harsh word: by the word they begin with (with ^, only
 * where a text begins or goes on after a mark of exclamation or question), then what follows, in words as the models read them ("you're" is
 * two), one blank between them.
 */
type Ways = readonly (readonly [first: string, next: string])[]
const INSULTS: Ways = [
  // what somebody is, has, and sounds like
  ['you u ya', `(?:are|r|'re|sound like|look like|must be|act like) (?:${DEGREE} ){0,4}${DULL}${NOT_OF}`],
  ['youre your ur', `(?:${DEGREE} ){1,4}${DULL}${NOT_OF}`],
  ['are', `you (?:${DEGREE} ){0,4}(?:dense|thick|drunk|dumb|stupid|stoned|insane|deluded|illiterate|brainwashed|on drugs|off your|twelve|five)(?= [!?]|$| or)`],
  ['you u', "(?:have|'ve got|got|possess) (?:no|two|zero) (?:brains?|brain cells|clue|shame|spine|backbone|manners|intellect|iq|intelligence|maturity)"],
  ['you u', "(?:clearly |obviously |really )?(?:do|does|did) n't have (?:a|any|the) (?:brain|clue|spine|faintest|foggiest|brains)"],
  ['you u', '(?:clearly |obviously )?(?:lack|skipped|failed|flunked) (?:an? |any |the )?(?:brain|school|history|maths?|education|basic|intelligence)'],
  ['you', "(?:obviously|clearly|evidently|apparently) (?:never|have never|did n't|do n't|have n't|failed|know nothing)"],
  ['your ur', `(?:comments?|opinions?|ignorance|stupidity|ideas?|posts?|argument|take|head|brain|views?) (?:is|are|makes?) (?:${DEGREE} ){0,3}(?:worthless|astounding|staggering|idiotic|rubbish|garbage)`],
  ['need needs', '(?:your|his|her|their) head (?:examined|checked|looked)'],
  ['nobody no-one no one who', '(?:one )?(?:here )?(?:likes|asked|cares what|takes|wants|misses|respects) (?:for )?(?:to hear )?(?:from )?(?:you|your|u|an? loser)(?! (?:for|to|if|whether))'],
  ['what such', `an? (?:${DEGREE} ){0,2}(?:clueless|tool|clown|muppet|joker|looser|lier|moran|plonker|prat|idoit|idot|bellend|numpty|wally|crybaby|snowflake|whiner|waste of (?:space|oxygen|skin))`],
  ['what such', `an? (?:${DEGREE} )?(?:arrogant|ignorant|pathetic|clueless|miserable|nasty|despicable|idiotic|brainless|thick) (?:\\S+ )?(?:man|woman|person|human|<id>|comment|coment|take|post|reply|thing to say|attitude|creature)`],
  ['what such', 'a (?:dumb|stupid|stoopid|idiotic|pathetic) (?:thing to (?:say|write|post)|comment|coment|take|post|reply|opinion)'],
  ['dumbest stupidest dimmest silliest', "(?:comment|post|take|reply|opinion|thing (?:i|you) (?:have|'ve|ever))"],
  ['imagine', 'being (?:that|this|so) (?:\\S+ly )?(?:stupid|dumb|thick|gullible|ignorant|dense|clueless|delusional|naive)'],
  ['have has had with got', `(?:the |an? )?(?:brain|brains|iq|intellect|memory|intelligence|personality|attention span) of an? (?:\\S+ )?${SMALL}`],
  ['thick dumb', 'as (?:an? |two )?(?:bricks?|mince|short planks|post|rocks?|pig)'],
  ["not n't never", '(?:\\S+ )?the (?:sharpest|brightest) (?:tool|knife|bulb|crayon)'],
  ['village', 'idiot'],
  ['brain', 'cells? (?:to rub|left|between|fighting)'],
  ['eating chewing', 'crayons?'],
  ['mayor minister guy man she he who', `(?:is|'s|was) (?:${DEGREE} ){0,3}(?:nasty piece of work|crook|buffoon|nutcase|waste of (?:space|oxygen)|scumbag)`],
  // those who write
  ['author writer journalist reporter columnist editor', `(?:of this (?:\\S+ )?)?(?:is|'s|has|should|must|clearly|obviously|seems?|apparently|ca) (?:${DEGREE} |n't |be |to be |have |has |either ){0,5}(?:liar|hack|shill|stooge|moron|idiot|fool|clueless|brain|no idea|no clue|fired|ashamed|asleep|lazy|drunk|retarded|incompetent)`],
  ['whoever', '(?:wrote|writes|edited|printed) this (?:\\S+ ){0,2}(?:should (?:\\S+ )?(?:be (?:fired|sacked|ashamed|banned)|resign)|must be (?:drunk|stupid|on drugs|<id>)|clearly|obviously)'],
  ['paid', '(?:shills?|trolls?|stooges?|hacks?|puppets?)'],
  ['lazy gutter hack trash garbage called', '(?:hack )?(?:journalism|journalists?|reporters?|reporting)'],
  ['this', '(?:\\S+ )?hack (?:write|wrote|work|for)'],
  ['written', 'by (?:an? )?(?:\\S+ )?(?:moron|morons|idiot|idiots|five year|monkey|monkeys|toddler|paid)(?= |$)'],
  ['this biased pathetic liberal tory useless partisan', 'rag'],
  ['what', 'a (?:\\S+ )?rag'],
  ['rag', 'of a'],
  ['presstitute presstitutes', ''],
  // in few letters, or misspelt
  ['stfu gtfo kys foad morron idoit retarted', ''],
  ['the', 'f up'],
  ['you that this', 'pos(?= |$)'],
  ['total complete utter such', '(?:a )?(?:looser|loosers|lier|moran)'],
  ['of', '(?:lyers|loosers|idots|idoits|morans)'],
  ['dum stoopid stupit ignorent retarted', '(?:people|person|comment|coment|idea|take|fool)'],
] // prettier-ignore
const DISMISSALS: Ways = [
  // away with you
  ['^go ^just ^please', '(?:go )?away(?= [!?]|$)'],
  ['^get', '(?:lost|a (?:job|grip))(?! (?:on the|of the|in the))'],
  ['^grow ^shut', 'up'],
  ['^run ^move', 'along(?= [!?]|$)'],
  ['^read ^open', 'a book'],
  ['^save', 'your breath'],
  ['^give', 'it a rest'],
  ['^just ^so ^oh ^please ^then ^do', '(?:us all a favou?r and )?(?:get lost|grow up|shut up|stop (?:talking|posting)|leave us alone)'],
  ['^go', 'back (?:to school|under|to bed|to sleep|to kindergarten|to russia|to your|where you)'],
  ['get', '(?:a life|a clue|a brain|stuffed)(?! (?:sentence|insurance))'],
  ['touch', 'grass'],
  ['take', 'your meds'],
  ['cry', 'me a river'],
  ['^cry', '(?:harder|more)'],
  ['crawl', 'back (?:under|into|to) (?:your|the|whatever)'],
  ['shut shove', '(?:your (?:mouth|trap|face|gob)|up (?:already|and|you))'],
  ['^shut ^shove', 'it(?= [!?]|$)'],
  ['^stop', '(?:talking|posting|trolling)(?= [!?]|$)'],
  ['stop', 'embarrassing yourself'],
  ['delete', 'your account'],
  ['go', '(?:and )?(?:f|screw|boil) (?:yourself|your head)'],
  ['jog', 'on(?= [!?]|$)'],
  ['^sod ^bugger ^piss ^eff', 'off'],
  ['^learn ^please', '(?:learn )?(?:to|how to) (?:spell|read|write|count)'],
  ['use', 'your brain'],
  ['do', 'us all a favou?r'],
  ['stick', 'to (?:\\S+ )?(?:knitting|cooking|gardening|your day job|what you know|football|singing)'],
  ['keep', 'your (?:\\S+ )?(?:(?:opinions?|nonsense|rubbish|views?) to yourself|mouth shut)'],
  ['if', "you do n't like it (?:here )?(?:just |then )?(?:leave|move|go)"],
  ['why', "do n't you (?:\\S+ )?(?:leave|move to|go back|go and live|shut up)"],
  ['ok okay', '(?:boomer|karen|<id>)(?= [!?]|$)'],
  ['cool', 'story(?: bro|$)'],
  ['pull', 'the other one'],
  ['typical same', '(?:old )?(?:\\S+ )?(?:comment|nonsense|rubbish|garbage|drivel|whining|moaning) (?:from|by) (?:someone like |people like )?you'],
  ['from idiots idiot fools fool morons moron losers loser typical', '(?:someone |people )?like you'],
  ['usual', '(?:nonsense|rubbish|garbage|drivel|crap|hot air) from you'],
  ['nothing', 'but hot air'],
  ['some', 'nobody from'],
  ['your', 'sob story'],
  ['worth', 'my time (?:arguing|talking|debating|responding)'],
  ['you', 'people are (?:\\S+ )?(?:a waste|pathetic|sick|disgusting|clueless|hopeless|ridiculous|a joke|retarted)'],
  ['spare', 'us (?:all )?your'],
  // talking down
  ['did have can do could had were', 'you even (?:\\S+ )?(?:read|know|think|finish|look|understand|went|go to school|live|own|watch|listen|spell|bother)'],
  ['try trying', '(?:reading|thinking|learning|listening) (?:the |to |before |first|for once)'],
  ['maybe perhaps', '(?:you should |try )?(?:read|think|learn|ask) (?:\\S+ ){0,4}(?:before you|before posting|first(?= |$)|big words)'],
  ['did does do', 'your (?:mommy|mummy|mum|mom|mother|parents?|carer|<id>) (?:\\S+ )?(?:know|write|help|let|dress|drop|teach|tell)'],
  ['did were was', '(?:you|a) (?:\\S+ )?(?:asleep|absent|dropped|raised by|fail|skip|sleep)(?: \\S+){0,3} (?:school|class|history|maths?|wolves|science|lessons?)'],
  ['back', "(?:to us )?when you (?:have|'ve|grow|can|are) (?:\\S+ ){0,3}(?:up|finished|learned|learnt|read|school|facts?|older|clue)"],
  ['break explain spell type speak', '(?:it |this )?(?:down |out )?(?:for you|to you|so that you|slowly)(?: slowly| sweet\\S+| honey| since| because)'],
  ['you', "(?:would|could|will|ca|can|do|clearly) n't (?:possibly |even )?(?:understand|comprehend|grasp) (?:it |that )?(?:'s|is|because|anyway|above)"],
  ['above', 'your pay ?grade'],
  ['is are', '(?:clearly |obviously |just |probably )?(?:too (?:much|hard|difficult|complicated)|over your head|beyond your) ?(?:for (?:you|your)|comprehension|understanding)?(?= |$)(?<= you| your head| comprehension| understanding| your)(?! (?:to|that|in))'],
  ['so', 'that even you'],
  ['ask let leave', '(?:(?:it|that|this|politics|things) (?:to|for) (?:the )?(?:adults|grown ?ups)|the (?:adults|grown ?ups) (?:talk|speak|handle))'],
  ['adults ups', 'are (?:talking|speaking)(?= [!?]|$)'],
  ['reading thinking spelling', 'is (?:(?:hard|difficult)(?= [!?]|$)|not your)'],
  ['someone somebody', '(?:needs|missed|forgot) (?:a |their |his |her )(?:nap|hug|meds|diaper)(?= [!?]|$)'],
  ['aww aw', '(?:did (?:you|the|i|we|somebody|someone|<id>)|diddums|poor (?:you|baby|snowflake))'],
  ['did', '(?:\\S+ ){0,2}hurt your (?:\\S+ )?feelings(?= [!?]|$)'],
  ['you', 'really thought that was'],
  ['your', '(?:own )?(?:little|fantasy|tiny) (?:fantasy )?(?:world|mind|brain|head|bubble)'],
  ['before', 'you (?:lecture|criticise|criticize|embarrass|open your mouth)'],
  ['think', 'you know what it means'],
  ['if', 'you could read'],
  ['wake', 'up sheeple'],
  ['so', '(?:simple|easy) (?:that )?even you'],
  // mock praise
  ['university google facebook youtube twitter', '(?:of (?:google|facebook|youtube|twitter|wikipedia)|university)'],
  ['armchair keyboard couch barstool', '(?:experts?|generals?|critics?|warriors?|virologists?|scientists?|lawyers?|politicians?)'],
  ['captain', 'obvious'],
  ['slow', 'clap'],
  ['thanks congratulations congrats done one job brilliant bravo wow sure ok okay article wrong sorry lecture try', `(?:there |what a )?${CLEVER}(?= [!?]|$| you| have| nobody| did| lol)`],
  ['wow oh', '(?:what a (?:genius|mastermind)|(?:look )?another (?:\\S+ )?(?:expert|genius))'],
  ['oh', '(?:sweetie|sweetheart|honey|darling) (?:no|you|that|bless)'],
  ['give', 'th(?:is|at) (?:man|guy|woman|lady|person|<id>|one|genius) an? (?:cookie|biscuit)'],
  ['award prize medal trophy', 'for (?:the )?(?:dumbest|stupidest|missing|stupidity|dumb|idiot)'],
  ['you', '(?:win|won|get) (?:the|a) (?:cookie|internet)(?= [!?]|$)'],
  ['please do', 'enlighten us'],
  ['without', 'your (?:infinite|great) wisdom'],
  ['five six three two', 'year old (?:help|write|could have written|would know|knows better)'],
  ['how', 'convenient that you'],
] // prettier-ignore

/** What a put-down is: one of the kinds a moderator knows. */
type PutDown = 'insult' | 'condescension'

interface Way {
  next: RegExp
  isOnlyFirst: boolean
  putDown: PutDown
}
const waysByFirst = new Map<string, Way[]>()
for (const [putDown, ways] of [
  ['insult', INSULTS],
  ['condescension', DISMISSALS],
] as const) {
  for (const [firsts, source] of ways) {
    const next = new RegExp(source === '' ? '' : ` ${source}(?= |$)`, 'y')
    for (const first of firsts.split(' ')) {
      const form = first.replace('^', '')
      waysByFirst.set(form, [...(waysByFirst.get(form) ?? []), { next, isOnlyFirst: first !== form, putDown }])
    }
  }
}
const MARKS = new Set(['!', '!!', '?', '??', '?!', '...'])

/** How a text puts somebody down in one of those ways, an insult before anything else; null for most. `forms` are words as the models read them. */
export function findPutDown(forms: readonly string[]): PutDown | null {
  let found: PutDown | null = null
  let said: string | null = null
  let end = -1
  for (let at = 0; at < forms.length; at += 1) {
    const form = forms[at] ?? ''
    end += form.length + 1
    for (const { next, isOnlyFirst, putDown } of waysByFirst.get(form) ?? NO_WAYS) {
      if (putDown === found || (isOnlyFirst && at > 0 && !MARKS.has(forms[at - 1] ?? ''))) continue
      said ??= forms.join(' ')
      next.lastIndex = end
      if (!next.test(said)) continue
      if (putDown === 'insult') return putDown
      found = putDown
    }
  }
  return found
}

const NO_WAYS: readonly Way[] = []
