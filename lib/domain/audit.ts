/** Everything that is noted of changes to what lets others in. The words for it are in the room `audit`. */
export const AUDIT_ACTS = [
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
  'rule.stop',
  'rule.move',
  'rule.try',
  'rule.remove',
  'judgement.learn',
  'judgement.use',
  'judgement.stop',
  'site.alerts',
  'site.second_looks',
  'site.rule_checks',
  'commenter.hold',
  'commenter.release',
  'commenter.give_out',
  'commenter.erase',
] as const

export type AuditAct = (typeof AUDIT_ACTS)[number]

/** Whether this version knows the act. */
export function isAuditAct(act: string): act is AuditAct {
  return (AUDIT_ACTS as readonly string[]).includes(act)
}

/** What the acts are about, the part of their names before the dot. */
export const AUDIT_KINDS = [
  'api_key',
  'webhook',
  'scorer',
  'rescore',
  'coral_phase',
  'user',
  'site',
  'watched_word',
  'reason',
  'rule',
  'judgement',
  'commenter',
] as const

export type AuditKind = (typeof AUDIT_KINDS)[number]

export function listAuditActs(kind: AuditKind): AuditAct[] {
  return AUDIT_ACTS.filter((act) => act.startsWith(`${kind}.`))
}
