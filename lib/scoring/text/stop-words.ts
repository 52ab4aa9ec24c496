/** Words that carry no topic, folded as foldWord does. Languages are BCP 47. */
const STOP_WORDS_BY_LANGUAGE = {
  en: `a about above actually after again against ago all almost already also although always am among an and another any anybody anyone
    anything are aren't around as at away back be became because been before behind being below between both but by came can can't cannot
    come could couldn't did didn't do does doesn't doing don't done down during each either else enough etc even ever every everybody
    everyone everything few for from further get gets getting give given go goes going gone got had hadn't has hasn't have haven't having
    he he'd he'll he's hence her here hers herself him himself his how however i i'd i'll i'm i've if in instead into is isn't it it'd
    it'll it's its itself just keep kind know least less let let's like likely lot lots made make makes making many may maybe me might
    mine more most mostly much must my myself neither never no nobody none nor not nothing now of off often oh ok okay on once one ones
    only onto or other others otherwise ought our ours ourselves out over own per perhaps please put quite rather really said same say
    saying says see seem seems seen shall she she'd she'll she's should shouldn't since so some somebody someone something sometimes
    still such sure take than that that's the their theirs them themselves then there there's therefore these they they'd they'll
    they're they've thing things think this those though thought through thus to together too toward towards under until up upon us use
    used very via want wants was wasn't way we we'd we'll we're we've well went were weren't what what's whatever when where whether
    which while who who's whole whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're you've your
    yours yourself yourselves yeah`,
  de: `ab aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bereits bin bis bist
    da dabei dadurch dafur dagegen daher dahin damit danach daran darauf daraus darf darin daruber darum das dass davon dazu dein deine
    dem den denen denn dennoch der deren des dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem
    einen einer eines einfach einige er es etwas euch euer fur ganz gar gegen geht gemacht genau gibt gut habe haben hat hatte hatten hier
    hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes jedoch jemand jetzt kann
    kein keine keinem keinen keiner konnen konnte mal man manche mehr mein meine mich mir mit muss mussen nach nicht nichts noch nun nur
    ob oder ohne schon sehr sein seine seinem seinen seiner seit selbst sich sie sind so solche soll sollen sollte sondern sonst uber um
    und uns unser unsere unter viel viele vom von vor wann war waren warum was weil weiter welche wenn wer werden wie wieder will wir
    wird wo worden wurde wurden zu zum zur zwar zwischen`,
} as const

export type StopWordLanguage = keyof typeof STOP_WORDS_BY_LANGUAGE

/** Small lists, on purpose: a common word too many is weighed down anyway by being in many of the article's sentences. */
export const STOP_WORDS: ReadonlyMap<StopWordLanguage, ReadonlySet<string>> = new Map(
  (Object.keys(STOP_WORDS_BY_LANGUAGE) as StopWordLanguage[]).map((language) => [
    language,
    new Set(STOP_WORDS_BY_LANGUAGE[language].split(/\s+/)),
  ]),
)

/**
 * English words of everyday talk, which say little about what an article is about. They stand in for the frequencies of
 * a large corpus, which a lexical baseline does not have: met in the article, each counts for a part of a rare word.
 */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  `two three four five six seven eight nine ten hundred thousand million able absolutely act add age agree allow answer anymore argue argument article ask bad based become begin believe best better big bit
  book bring buy call care case cause certain certainly change child choice clear clearly close comment common completely consider
  correct country couple course cut day deal decide different difference difficult discuss discussion easy end entire especially
  example exist expect experience explain fact fail fair fall far feel felt fight figure find fine first follow force forward found free
  friend full fully future general give good great group grow guess guy half hand happen hard hate head hear heard help high hold home
  hope house huge human idea imagine important include interest interesting issue job key large last later lead learn leave left level
  life line list little live long look lose love main man matter mean means men mention mind minute moment money month move name need new
  news next nice number obviously old open opinion order part pass past pay people person place plan play point poor possible post power
  practice problem prove provide public question quick quickly raise reach read reader real reality reason remember require rest result
  right role rule run sad second send sense serious set several share short show side similar simple simply single sit small social sort
  sound speak spend stand start state statement stay step stop story stuff subject suggest support suppose system talk tell term test
  thank thanks time today told top totally treat true truth try turn type understand useful usually view wait walk watch week wish woman
  women wonder word work world worse worst worth write writer wrong year young`.split(/\s+/),
)
