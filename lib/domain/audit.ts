/** Everything that is noted of changes to what lets others in. The words for it are in the room `audit`. */
const AUDIT_ACTS = [
  'api_key.create',
  'api_key.rotate',
  'api_key.revoke',
  'webhook.create',
  'webhook.rotate',
  'webhook.enable',
  'webhook.disable',
  'webhook.delete',
  'scorer.create',
  'scorer.pause',
  'scorer.resume',
  'scorer.delete',
  'rescore.start',
  'rescore.stop',
  'coral_phase.create',
  'coral_phase.delete',
  'user.create',
  'user.role',
  'user.disable',
  'user.enable',
  'user.password',
  'site.create',
  'site.update',
  'watched_word.create',
  'watched_word.delete',
  'reason.create',
  'reason.change',
  'reason.move',
  'reason.retire',
  'reason.restore',
  'rule.create',
  'rule.change',
  'rule.on',
  'rule.off',
  'rule.move',
  'rule.try',
  'rule.remove',
  'judgement.learn',
  'judgement.use',
  'judgement.stop',
  'site.alerts',
  'site.second_looks',
  'commenter.hold',
  'commenter.release',
] as const

export type AuditAct = (typeof AUDIT_ACTS)[number]

/** Whether this version knows the act. */
export function isAuditAct(act: string): act is AuditAct {
  return (AUDIT_ACTS as readonly string[]).includes(act)
}
