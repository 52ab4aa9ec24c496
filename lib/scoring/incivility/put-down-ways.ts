/** What somebody may be said to be, between the words that say how much so. */
const DEGREE =
  '(?:a|an|the|such|so|too|just|really|very|bit|of|one|being|nothing|but|always|clearly|obviously|probably|truly|quite|all|still|only|that|this|total|totally|complete|completely|absolute|utter|big|little|sad|poor|real|seriously|honestly|plain|simply|as|even|more|also)'
/** What only people are called who are held in contempt. */
const VILE = '(?:vile|repugnant|loathsome|contemptible|despicable|detestable|odious|repulsive|revolting)'
const DULL = `(?:${VILE}|joke|nobody|tool|clown|clwon|nutcase|nutter|nutjob|thick|dense|dim|deluded|delusional|gullible|brainwashed|clueless|muppets?|fraud|phony|losers?|disgrace|embarrassment|drama queen|crybaby|snowflakes?|whiner|trolls?|hypocrites?|cowards?|liars?|lier|loosers?|idot|idoit|idiots?|morons?|moran|sheep|sheeple|spineless|brainless|mindless|pathetic|pathetik|laughable|illiterate|insane|unhinged|nuts|bonkers|creep|weirdo|dumb|stupid|stoopid|retarted|ignorant|ignorent|thin skinned|piece of work|poor excuse|part of the problem|all talk|beyond help|full of (?:yourself|it|hot air|crap|nonsense)|out of your (?:mind|depth|tiny mind)|off your (?:head|rocker|meds|trolley)|waste of (?:space|time|air|oxygen|skin)|wasting (?:my|our|everyone 's|everybody 's) (?:time|oxygen|air)|not (?:very |the )?(?:bright|smart|clever|brightest|sharpest)|embarrassing yourself|sad (?:little )?(?:man|woman|person|life|<id>))`
const NOT_OF = '(?! (?:of|about|that|for|to|with|if|when|school))'
const SMALL = '(?:potato|flea|goldfish|gnat|amoeba|rock|brick|peanut|pea|turnip|child|squirrel|sponge|doorknob|houseplant|toddler|<id>)'

/**
 * Ways to insult somebody, to talk down to them and to wave them away that need no harsh word: by the word they begin with (with ^, only
 * where a text begins or goes on after a mark of exclamation or question), then what follows, in words as the models read them ("you're" is
 * two), one blank between them.
 */
export type Ways = readonly (readonly [first: string, next: string])[]
export const INSULTS: Ways = [
  // what somebody is, has, and sounds like
  ['you u ya', `(?:are|r|'re|sound like|look like|must be|act like) (?:${DEGREE} ){0,4}${DULL}${NOT_OF}`],
  ['youre your ur', `(?:${DEGREE} ){1,4}${DULL}${NOT_OF}`],
  ['are', `you (?:${DEGREE} ){0,4}(?:dense|thick|drunk|dumb|stupid|stoned|insane|deluded|illiterate|brainwashed|on drugs|off your|twelve|five)(?= [!?]|$| or)`],
  ['you u', "(?:have|'ve got|got|possess) (?:no|two|zero) (?:brains?|brain cells|clue|shame|spine|backbone|manners|intellect|iq|intelligence|maturity)"],
  ['you u', "(?:clearly |obviously |really )?(?:do|does|did) n't have (?:a|any|the) (?:brain|clue|spine|faintest|foggiest|brains)"],
  ['you u', '(?:clearly |obviously )?(?:lack|skipped|failed|flunked) (?:an? |any |the )?(?:brain|school|history|maths?|education|basic|intelligence)'],
  ['you', "(?:obviously|clearly|evidently|apparently) (?:never|have never|did n't|do n't|have n't|failed|know nothing)"],
  ['your ur', `(?:comments?|opinions?|ignorance|stupidity|ideas?|posts?|argument|take|head|brain|views?) (?:is|are|makes?) (?:${DEGREE} ){0,3}(?:worthless|astounding|staggering|idiotic|rubbish|garbage|drivel|trash|laughable)`],
  ['need needs', '(?:your|his|her|their) head (?:examined|checked|looked)'],
  ['nobody no-one no one who', '(?:one )?(?:here )?(?:likes|asked|cares what|takes|wants|misses|respects) (?:for )?(?:to hear )?(?:from )?(?:you|your|u|an? loser)(?! (?:for|to|if|whether))'],
  ['what such', `an? (?:${DEGREE} ){0,2}(?:clueless|tool|clown|muppet|joker|looser|lier|moran|plonker|prat|idoit|idot|bellend|numpty|wally|crybaby|snowflake|whiner|waste of (?:space|oxygen|skin))`],
  ['what such', `an? (?:${DEGREE} )?(?:arrogant|ignorant|pathetic|clueless|miserable|nasty|idiotic|brainless|thick|${VILE}) (?:\\S+ )?(?:man|woman|person|human|<id>|comment|coment|take|post|reply|thing to say|attitude|creature)`],
  ['what such', 'a (?:dumb|stupid|stoopid|idiotic|pathetic) (?:thing to (?:say|write|post)|comment|coment|take|post|reply|opinion)'],
  ['dumbest stupidest dimmest silliest', "(?:comment|post|take|reply|opinion|thing (?:(?:i|you|anyone) )?(?:(?:have|'ve|has) )?(?:ever )?(?:read|heard|seen|saw))"],
  ['imagine', 'being (?:that|this|so) (?:\\S+ly )?(?:stupid|dumb|thick|gullible|ignorant|dense|clueless|delusional|naive)'],
  ['have has had with got', `(?:the |an? )?(?:brain|brains|iq|intellect|memory|intelligence|personality|attention span) of an? (?:\\S+ )?${SMALL}`],
  ['thick dumb', 'as (?:an? |two )?(?:bricks?|mince|short planks|post|rocks?|pig)'],
  ["not n't never", '(?:\\S+ )?the (?:sharpest|brightest) (?:tool|knife|bulb|crayon)'],
  ['village', 'idiot'],
  ['brain', 'cells? (?:to rub|left|between|fighting)'],
  ['eating chewing', 'crayons?'],
  ['mayor minister guy man she he who', `(?:is|'s|was) (?:${DEGREE} ){0,3}(?:nasty piece of work|crook|buffoon|nutcase|waste of (?:space|oxygen)|scumbag)`],
  ["is are was were 's 're", `(?:a|an|such a|such an|one|the most|some) (?:${DEGREE} )?${VILE} (?:(?:little|old|young|nasty|greedy) )?(?:man|woman|person|human being|human|creature|individual|<id>)(?= [!?]|$| and| who)`],
  ["is are was were 's 're", `(?:${DEGREE} |(?:lazy|dirty|fat|ugly|greedy|lying|corrupt|selfish|sleazy|nasty|crooked|spoiled|arrogant|ignorant|stupid|useless|filthy|evil|old) ){1,4}(?:bastards?|scumbags?|morons?|imbeciles?|idiots?|dimwits?|halfwits?|nitwits?|creeps?|cretins?|wankers?|pricks?|assholes?|arseholes?|dickheads?|cunts?|whores?|twats?|slobs?|parasites?|vermin|scum)(?= [!?]|$| and| who| of)`],
  // what somebody could not do, and what would have to be
  ['you he she they we government council author journalist', "(?:(?:\\S+ )?could|would|can) (?:n't|not) (?:even )?(?:run an? (?:bath|raffle|whelk|lemonade|tap|corner shop)|(?:organi[sz]e|run|arrange) (?:\\S+ ){1,4}in a brewery|(?:find|recogni[sz]e|spot|tell|pour|hit|know) (?:\\S+ ){1,6}(?:if (?:it|they|you|he|she|his|her|your)|with (?:both|two|a map|instructions|directions)))"],
  ['if', "(?:brains (?:were|was)|(?:ignorance|stupidity|idiocy) (?:(?:is|was|were) (?:bliss|a crime|an olympic|money|painful|gold)|hurt|burned|paid)|(?:you|he|she|they) had (?:two|half an?|any|even one|a) (?:brain|brains|brain cells?|braincells?)(?= you| he| she| they| it| [!?]|$))"],
  ['few', '(?:\\S+ )?(?:sandwiches|cards|bricks|fries|cans|bulbs|screws|clowns|pence|beers|roos) (?:short|shy|loose)(?: of|$)'],
  ['special', '(?:kind|sort|breed) of (?:special|stupid|idiot|idiotic|dumb|moron|dense|fool|loser|ignorant)'],
  ['evolution', '(?:can |could |sometimes )?(?:go|goes|going|went|runs?|works?|working) (?:in reverse|backwards?)'],
  ['average', "(?:iq|intelligence) (?:\\S+ ){0,4}(?:drops?|dropped|falls?|fell|goes down|sinks?|sank)"],
  ['lower lowers lowered lowering', 'the (?:average |collective )?iq'],
  ['trained', '(?:monkey|monkeys|chimp|chimps|ape|seal|parrot) (?:could|would|can)'],
  ['monkey chimp toddler chimpanzee hamster', '(?:write|wrote|written) (?:this|that|it)'],
  ['you', "(?:are|'re) (?:exactly |everything |precisely )?what (?:is|'s) wrong with"],
  ['your', '(?:own )?(?:<id>|mother|mum|mom|mommy|parents|family|teachers?|kids|children) must be (?:so |very |really |terribly )?(?:ashamed|embarrassed|disappointed)(?= of you| [!?]|$)'],
  ['your', '(?:\\S+ )?(?:degree|diploma|licen[cs]e|doctorate|phd) (?:in|from|out of|off) (?:an? |the )?(?:\\S+ ){0,2}(?:lucky dip|raffle|lottery|cereal|cornflakes?|crackers?|packet|box|youtube|facebook|tiktok)'],
  ['hope', "(?:to god |for their sake )?you (?:do n't|never|have n't|did n't|won n't) (?:ever )?(?:breed|reproduce|(?:have|had|got)(?: got)?(?: any)? (?:kids|children|offspring))(?= [!?]|$)"],
  ['please', "(?:do (?:n't|not)|never) (?:ever )?(?:breed|reproduce|procreate)"],
  ['scary frightening terrifying depressing', '(?:to think )?(?:that )?(?:you|people like (?:you|this|that)) (?:\\S+ ){0,3}(?:votes?|voting|allowed|children|kids|teach)'],
  ['people', 'like (?:this|that|you) (?:are|is|can|have) (?:actually |still |even )?(?:allowed to |the right to )?(?:vote|breed|drive|reproduce)'],
  ['must', 'be (?:exhausting|hard|tiring|sad|lonely|miserable|awful|nice) (?:to be |being |to go through life |to live )?(?:you(?= [!?]|$)|(?:so|this|that|always) (?:wrong|angry|stupid|bitter|dumb|ignorant|thick)|wrong about|without an? (?:single )?(?:brain|thought))'],
  ['how', '(?:drunk|stoned|dense|thick|dim|stupid|dumb|gullible|clueless) (?:are|can|must) (?:you|u|people|one)'],
  ['are', '(?:you|u) (?:always|deliberately|trying to be|naturally) (?:this |that |so )?(?:slow|dense|stupid|thick|dim|dumb|obtuse|gullible|clueless|ignorant)'],
  ['how', '(?:much|many (?:roubles|rubles)) (?:are|do|did|does|is) (?:they|he|she|putin|soros|moscow|\\S+) (?:pay|paying) (?:you|u)(?= to (?:post|write|say|defend|comment|lie)| for (?:this|these|that)| [!?]|$)'],
  ['how', 'many (?:roubles|rubles) (?:do|did|are) (?:you|they)'],
  ['wipe', '(?:the|that) (?:foam|spittle|drool|froth)'],
  ['drinking drank drunk drink swallowed', "(?:too much (?:of )?)?(?:the|their|his|that) kool aid"],
  ['not', 'worth the (?:electricity|pixels|bandwidth|oxygen|keystrokes|bytes)'],
  ['had', '(?:\\S+ )?(?:smarter|better|more intelligent|deeper) (?:conversations?|arguments?|debates?|discussions?) with (?:my|an?) (?:\\S+ )?(?:toaster|dog|cat|goldfish|houseplant|fridge|toddler|wall|kettle|hamster|plant|rock|cactus|parrot)'],
  ['even', '(?:my|an?|the) (?:\\S+ ){1,5}(?:understands?|knows?|gets?|has|writes?|spells?|reads?|could|can) (?:\\S+ ){0,5}than you(?= |$)'],
  ['internet wifi wi-fi electricity', '(?:access )?(?:under|in) (?:rocks|caves|asylums|the stone age)'],
  ['tree trees', '(?:is|are) (?:\\S+ ){0,3}(?:producing|making|wasting) (?:\\S+ ){0,3}oxygen (?:for|so)'],
  ['lost losing lose lost', '(?:a few |some |several |many |all my |my )?brain cells? (?:reading|from|just|listening|trying)'],
  ['allergic', 'to (?:facts|the truth|logic|thinking|reality|reason)'],
  ['comments posts people', 'like yours? (?:make|makes) (?:me|us) (?:want|lose|sick|despair|wish|weep|cringe|ashamed|vomit)'],
  ['feel', '(?:so |really |very |genuinely )?sorry for (?:your (?:students|kids|children|wife|husband|pupils|patients|colleagues|poor \\S+)|anyone (?:who|married))(?= if| who| to| [!?]|$)'],
  ['are', '(?:you|u) on (?:something|drugs|crack|glue|meth)(?= [!?]|$)'],
  ['found', 'the (?:bootlicker|shill|troll|snowflake|incel|nazi)(?= [!?]|$)'],
  ['someone somebody', "(?:is|'s|has|forgot|stopped|skipped) (?:\\S+ ){0,3}(?:meds|medication|pills)"],
  ['your his her their', "(?:<id>|parents|mother|mum|mom|mommy|mummy)(?: 's)? (?:basement|attic|spare room)"],
  ['your', "(?:parents|mother|father|mum|mom|dad|<id>) should have (?:stopped|swallowed|used|quit)"],
  ['slept', '(?:her|his|your) way (?:to|up|into)'],
  // those who write
  ['author writer journalist reporter columnist editor', `(?:of this (?:\\S+ )?)?(?:is|'s|has|should|must|clearly|obviously|seems?|apparently|can) (?:${DEGREE} |n't |be |to be |have |has |either ){0,5}(?:liar|hack|shill|stooge|moron|idiot|fool|clueless|brain|no idea|no clue|fired|ashamed|asleep|lazy|drunk|retarded|incompetent)`],
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
