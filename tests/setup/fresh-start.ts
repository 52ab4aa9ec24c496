import { vi } from 'vitest'

// Test files take turns in one place: packages and the models' weights are loaded once. All else is for each as if it were the
// first: our own modules, what they keep on globalThis, and the environment.
const WEIGHTS = ['parleyIncivility', 'parleyVectors']
const place = globalThis as unknown as Record<string, unknown> & { firstEnvironment?: NodeJS.ProcessEnv }

vi.resetModules()
for (const name of Object.keys(place)) if (name.startsWith('parley') && !WEIGHTS.includes(name)) Reflect.deleteProperty(place, name)
const first = (place.firstEnvironment ??= { ...process.env })
for (const name of Object.keys(process.env)) if (!(name in first)) Reflect.deleteProperty(process.env, name)
Object.assign(process.env, first)
