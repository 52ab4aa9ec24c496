import { isKnownReason } from './comment'
import type { DecisionAct } from './decisions'

/** An act as the log names it: "Approve", "Reject (spam)", "Mark uncivil (insult) and reject". */
export function nameAct(act: DecisionAct): string {
  switch (act.kind) {
    case 'approve':
      return 'Approve'
    case 'reject':
      return `Reject (${isKnownReason(act.reason) ? act.reason.replaceAll('_', '-') : act.reason})`
    case 'mark': {
      const mark = act.mark === 'off_topic' ? 'off-topic' : `uncivil (${act.uncivilKind.replaceAll('_', ' ')})`
      return `Mark ${mark}${act.alsoReject ? ' and reject' : ''}`
    }
    case 'clear_mark':
      return `Remove the mark ${act.mark === 'off_topic' ? 'off-topic' : 'uncivil'}`
  }
}
