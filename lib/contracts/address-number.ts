import { z } from 'zod'

const WRITTEN = /^-?\d{1,16}(\.\d{1,16})?$/

/** A number as it stands in an address; NaN for what is none. Number() also reads nothing, blanks, 0x10, 1e3 and Infinity. */
export const readAddressNumber = (given: unknown): unknown =>
  typeof given !== 'string' ? given : WRITTEN.test(given) ? Number(given) : NaN

/** A parameter of an address that is a number of this kind, and `otherwise` where it is left out; the API's document says so too. */
export const addressNumber = (shape: z.ZodInt, otherwise: number) =>
  z
    .preprocess(readAddressNumber, shape)
    .default(otherwise)
    .meta({ override: { default: otherwise } })
