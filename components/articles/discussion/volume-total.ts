import type { VolumeBucket } from '@/lib/contracts/volume-bucket'

/** All comments of a bar. For pages made on the server too, which cannot call what belongs to a client component. */
export function totalOf({ rejected, uncivil, offTopic, waiting, clean }: VolumeBucket): number {
  return rejected + uncivil + offTopic + waiting + clean
}
