/** A line of furniture is short; a paragraph that happens to begin like one is not. */
const MAX_LENGTH = 160

/**
 * Lines that stand on pages around articles and are no part of them. Each must match a whole line, and none looks for
 * the words of one site: the list says what kinds of line there are.
 */
const FURNITURE: readonly RegExp[] = [
  // Ways into the page
  /^(skip|jump) to( the)?( main)? (content|navigation|article|comments|search|footer)\.?$/i,
  /^(open|close|toggle|main)? ?(menu|navigation|search|nav)$/i,
  /^(home|news|sections|subscribe|subscribe now|log ?in|sign in|sign out|register|my account|search|close|back to top)$/i,
  /^(social links|breadcrumbs?)( navigation)?$/i,
  // Sharing and keeping
  /^(share|tweet|pin|email|e-mail|print|save|bookmark|copy link|flipboard|whatsapp|facebook|twitter|x|reddit|linkedin|pinterest|telegram|mastodon|bluesky)( (it|this|this (article|story|page|post)|article|story|on \w+|via \w+|with \w+|icon))?( on \w+)?[:.]?$/i,
  /^share (this|on|via|by|with)\b.{0,40}$/i,
  /^(\d[\d.,]*k? )?(shares?|likes?|views?)$/i,
  /^(listen to|save|bookmark|print|gift|add) (this )?(article|story|post)( for later)?$/i,
  /^follow (us|me|\S+)( on .{1,40})?$/i,
  /^add us as a preferred source.{0,40}$/i,
  // Newsletters and accounts
  /^sign ?up\b.{0,140}$/i,
  /^(subscribe|register) (to|for|now|today)\b.{0,120}$/i,
  /^(get|receive) .{0,80}\b(newsletter|inbox|e-?mail|alerts?)\b.{0,60}$/i,
  /^(our |the )?newsletters?( sign-?up)?$/i,
  /^(enter )?your e-?mail( address)?\*?$/i,
  /^by (signing up|submitting|subscribing|continuing)\b.{0,140}$/i,
  /^contact me with (news|offers)\b.{0,120}$/i,
  /^receive e-?mail from us on behalf\b.{0,120}$/i,
  // Advertising
  /^(advertisement|advertising|ad|ads|sponsored( content)?|promoted|paid content|article continues below( advertisement)?|story continues below( advertisement)?|scroll to continue.{0,40}|continue reading( the main story)?)$/i,
  /^when you (purchase|buy) through (our )?links\b.{0,140}$/i,
  /^(we|\S+) may earn (a|an)( affiliate)? commission\b.{0,100}$/i,
  // More of the same page, or of others
  /^(see|show|read|load|view|watch) (more|less|all|full (article|story|bio))( (comments?|articles?|stories|posts|replies))?\.{0,3}…?$/i,
  /^(read more|read also|read next|related|see also|more on this|watch|also read|don't miss)( (articles?|stories|story|posts?))?\s*[:>»–—-]\s*\S.{0,150}(?<![.])$/i,
  /^(next|previous|prev)( (article|story|post|page))?$/i,
  /^(image|photo|picture|slide) \d+ (of|\/) \d+$/i,
  /^(play|pause|mute|unmute|watch|play video|video|audio)( video)?( \d+:\d\d)?$/i,
  // Cookies and rights
  /^(we|this (web)?site|our (web)?site|\S+ and (its|our) partners) uses? cookies\b.{0,140}$/i,
  /^(accept|reject|manage|allow)( all)?( cookies| preferences| settings)?$/i,
  /^(cookie|privacy|terms)( (policy|notice|settings|preferences|of (use|service)|& conditions|and conditions))$/i,
  /^(©|\(c\)|copyright)\s.{0,140}$/i,
  /^all rights reserved\.?$/i,
  // When, and how long to read: a time without its zone is no time we could keep
  /^((first )?published|posted|(last )?updated|last modified|modified)( on| at)?:?\s.{0,60}\d.{0,40}$/i,
  /^(\w{3,9},? )?(\w{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? \w{3,9}\.? \d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})([,\s]+(at )?\d{1,2}[:.]\d\d.{0,20})?$/i,
  /^(\d+ (minutes?|hours?|days?|weeks?|months?|years?) ago|yesterday|today)$/i,
  /^\d+[ -]min(ute)?s?( read)?$/i,
  // Around the comments
  /^(join the (conversation|discussion)|leave a (comment|reply)|(add|post|write) (a |your )?comments?|view comments?|jump to comments?|(log|sign) ?in to (comment|reply|post).{0,60}|be the first to comment|no comments( yet)?|comments are (closed|open).{0,60})\.?$/i,
  /^(sort(ed)? by:?.{0,40}|newest|oldest|best|top|newest first|oldest first|most (liked|popular|recent)|all comments)$/i,
]

/** Headings whose whole block is a list of links to other pages. */
const LINK_LIST =
  /^(related( (articles?|stories|topics|content|reading|posts|news|links))?|read next|see also|more (from|about|on|in)\b.{0,60}|more stories|most (popular|read|viewed|shared|commented)|trending( now)?|you (may|might)( also)? (like|enjoy|be interested in).{0,20}|recommended( for you| reading| stories)?|(latest|top) (news|stories|articles|posts|in .{1,40})|editors?['’]?s? picks?|around the web|from around the web|in this (article|story)|table of contents|topics|tags|what to read next|up next|popular( now)?):?$/i

/** Whether a line is page furniture. */
export function isFurniture(line: string): boolean {
  const text = line.trim()
  return text.length <= MAX_LENGTH && FURNITURE.some((pattern) => pattern.test(text))
}

/** Whether a line announces links to other pages. */
export function isLinkListHeading(line: string): boolean {
  const text = line.trim()
  return text.length <= MAX_LENGTH && LINK_LIST.test(text)
}
