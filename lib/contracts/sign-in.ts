import { z } from 'zod'

/** What somebody types to sign in. Longer than any real password is refused before it costs a hash. */
export const SignInInput = z.object({ email: z.string().trim().toLowerCase().max(300), password: z.string().min(1).max(200) })
export type SignInInput = z.infer<typeof SignInInput>
