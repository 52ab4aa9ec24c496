// What a component shows later is waited for: a second, as the package has it, is little on a machine that is busy otherwise.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react')
  configure({ asyncUtilTimeout: 30_000 })
}

export {}
