/**
 * What each figure of the transparency report counts, in one sentence. In English they are part of the API's contract; the other
 * languages are in components/words/figure-meanings.
 */
export const FIGURE_MEANINGS = {
  'comments.received': 'Comments written in the period, including those deleted since.',
  'comments.at_once': 'Of these, public without a person: the policy never held or rejected them.',
  'comments.held': 'Of these, held for a person by a rule of the policy: on arrival, after an edit, or under closed replies.',
  'comments.rejected': 'Of these, rejected on arrival by one of the newsroom’s own rules; a person may have approved them since.',
  'comments.gone': 'Of these, deleted at their source before they arrived here: never shown.',
  'comments.deleted': 'Of these, deleted at their source by now, by their writer or by the site.',
  'decisions.people': 'Approvals, rejections, marks and mark removals by people in the period that have not been undone since.',
  'decisions.key': 'The same, by the key of the site’s own system.',
  'decisions.automation':
    'Decisions of the policy in the log: comments that one of the newsroom’s own rules rejected, and public ones that were held later.',
  'decisions.batches': 'Of the decisions by people, those taken together with others as a batch.',
  'decisions.approved': 'Approvals by people or the key that still stand.',
  'decisions.rejected': 'Decisions by people or the key that rejected a comment and still stand, including marks that also rejected it.',
  'decisions.marked': 'Decisions by people or the key that set a mark and still stand, whether or not the comment was also rejected.',
  'decisions.unmarked': 'Decisions by people or the key that removed a mark and still stand.',
  'decisions.restored':
    'Decisions that made a rejected comment public again and still stand; rejections that were undone are counted below.',
  'undone.own': 'Decisions of the period since undone by the person who took them: their own corrections. They count in no other figure.',
  'undone.other': 'Decisions of the period since undone by somebody else. They count in no other figure.',
  'rejections.reason': 'Rejections by people or the key that name this reason.',
  'rejections.marked': 'Rejections that came with a mark, which is their reason.',
  'detected.reports': 'Rejections of comments that readers had reported and nobody had decided on since, whatever else spoke against them.',
  'detected.scores':
    'Of the other rejections, those with an open suggestion: a score proposed a mark. Scores from watched words are included.',
  'detected.words': 'Of the rest, those of comments held because of a watched word, with nothing suggested.',
  'detected.person': 'Of the rest, those where nothing pointed to the comment: a person alone found it.',
  'detected.unknown': 'Of the rest, those that cannot be told: somebody had decided before, or the text was edited after the decision.',
  'marks.kind': 'Marks of this kind that people or the key set in the period and did not undo.',
  'waits.decided': 'Comments written in the period that are not deleted and that a person or the key has decided on by now.',
  'waits.median': 'Half of these were decided on within this time of arriving; the first decision that still stands counts.',
  'waits.p90': 'Nine in ten of these were decided on within this time of arriving.',
  'waits.hour': 'The share of these decided on in less than an hour.',
  'waits.day': 'The share of these decided on in less than 24 hours.',
  'reports.received': 'Reports by readers made in the period.',
  'reports.ground': 'Reports on this ground, as the reader gave it.',
  'reports.acted': 'Reports that a decision answered by rejecting or marking the comment.',
  'reports.kept': 'Reports that a decision answered by approving the comment.',
  'reports.settled': 'Reports on comments that a person had already reviewed, or that were deleted: closed at once.',
  'reports.open': 'Reports that no decision has answered by now.',
  'reports.median': 'Half of the answered reports were answered within this time.',
  'reports.p90': 'Nine in ten of the answered reports were answered within this time.',
  'appeals.received': 'Appeals received in the period.',
  'appeals.subject': 'Appeals against this.',
  'appeals.granted': 'Of these, granted by now: the decision was undone.',
  'appeals.upheld': 'Of these, answered by now with the decision upheld.',
  'appeals.lapsed': 'Of these, lapsed by now: the comment was deleted, or the rejected text was replaced.',
  'appeals.open': 'Of these, not answered by now.',
  'appeals.waiting': 'Appeals of any date that had no answer when the period ended, or have none now if it is still running.',
  'appeals.median': 'Half of those that were granted or upheld were answered within this time.',
  'automation.rejected':
    'Decisions that still stand by which one of the newsroom’s own rules rejected a comment without a person. Scores alone reject nothing.',
  'automation.suggested':
    'Suggestions of this mark that were open when a person settled them, in decisions of the period that still stand.',
  'automation.followed':
    'The share of these where the person set that mark or rejected the comment, with Wilson’s 95 per cent interval; given from ten on.',
  'automation.on': 'Whether it is switched on as the site is set up today, not during the period.',
  'agreement.looks':
    'Decisions of the period that were drawn at random and on which somebody else said, without knowing them, what they would have decided.',
  'agreement.share': 'The share of these where both came to the same decision, with Wilson’s 95 per cent interval; given from ten on.',
} as const satisfies Record<string, string>
