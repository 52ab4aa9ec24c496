/** Everything that is noted of changes to what lets others in, and the words for it. */
export const AUDIT_ACTS = {
  'api_key.create': 'made the API key',
  'api_key.rotate': 'made a key in place of',
  'api_key.revoke': 'revoked the API key',
  'webhook.create': 'added the webhook',
  'webhook.rotate': 'made a new secret for the webhook',
  'webhook.enable': 'enabled the webhook',
  'webhook.disable': 'disabled the webhook',
  'webhook.delete': 'deleted the webhook',
  'coral_phase.create': 'let a Coral site ask:',
  'coral_phase.delete': 'removed the Coral site',
  'user.create': 'added the person',
  'user.role': 'changed the role of',
  'user.disable': 'disabled the person',
  'user.enable': 'enabled the person',
  'user.password': 'set a new password for',
  'site.update': 'changed name or policy of',
  'judgement.learn': 'learnt from decisions and put live judgement',
  'judgement.use': 'chose to score by judgement',
  'judgement.stop': 'chose to score by the shipped models, without judgement',
  'site.alerts': 'changed the alert lines of',
} as const

export type AuditAct = keyof typeof AUDIT_ACTS
