/** So many comments that are alike are a wave; two may be one reader who sends twice. */
export const SMALLEST_WAVE = 3

/** Comments further apart than this are no wave, however alike. */
export const WAVE_DAYS = 14

/** A wave stays together for so long, for who looks at its comments later. */
export const WAVE_KEPT_DAYS = 90

/** A wave that is larger is counted no further, for it is counted for every row of a page. */
export const MAX_WAVE_COUNT = 1000
