/** Each comment counts once, in the first group that fits: rejected, uncivil, off-topic, waiting, public. */
export interface VolumeBucket {
  at: string
  rejected: number
  uncivil: number
  offTopic: number
  waiting: number
  clean: number
}
