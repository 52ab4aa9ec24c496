import { rocAuc, type Judged } from './ranking'

/** How well a score tells positives from negatives where a group is mentioned, and between those texts and all others. */
export interface SubgroupAucs {
  name: string
  count: number
  /** Within the texts that mention the group. */
  subgroup: number | null
  /** Background positives against the group's negatives: low when mentioning the group alone raises the score. */
  bpsn: number | null
  /** Background negatives against the group's positives: low when mentioning the group hides what is said. */
  bnsp: number | null
}

/** The three AUCs of Borkan et al. 2019 for each group; null where one of the classes is missing. */
export function subgroupAucs(rows: readonly (Judged & { groups: readonly string[] })[]): SubgroupAucs[] {
  const names = [...new Set(rows.flatMap((row) => row.groups))].sort()
  return names.map((name) => {
    const inside = rows.filter((row) => row.groups.includes(name))
    const outside = rows.filter((row) => !row.groups.includes(name))
    return {
      name,
      count: inside.length,
      subgroup: rocAuc(inside),
      bpsn: rocAuc([...inside.filter((row) => !row.isPositive), ...outside.filter((row) => row.isPositive)]),
      bnsp: rocAuc([...inside.filter((row) => row.isPositive), ...outside.filter((row) => !row.isPositive)]),
    }
  })
}
