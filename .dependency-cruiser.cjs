/** The floors of the house: every import runs downhill. No exceptions list. */
const lib = (rooms) => `^lib/(${rooms})/`
const floor = (name, from, forbidden) => ({ name, severity: 'error', from: { path: from }, to: { path: forbidden } })

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    floor('domain-imports-nothing', lib('domain'), '^(app|components|scripts|prisma|lib/(?!domain/))'),
    {
      name: 'domain-has-no-packages',
      severity: 'error',
      from: { path: lib('domain') },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
    floor('contracts-import-domain', lib('contracts'), '^(app|components|scripts|lib/(?!(domain|contracts)/))'),
    {
      name: 'contracts-know-only-zod',
      severity: 'error',
      from: { path: lib('contracts') },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'], pathNot: 'node_modules/zod/' },
    },
    floor('floor-2', lib('db|scoring|importers|events'), '^(app|components|scripts|lib/(services|auth|jobs|http)/)'),
    floor('db-stands-alone', lib('db'), lib('scoring|importers')),
    floor('scoring-stands-alone', lib('scoring'), lib('db|importers|events')),
    floor('importers-stand-alone', lib('importers'), lib('db|scoring|events')),
    floor('services-below-the-doors', lib('services'), '^(app|components|scripts|lib/(auth|jobs|http)/)'),
    floor('auth-and-jobs', lib('auth|jobs'), '^(app|components|scripts|lib/(db|scoring|importers|events|http)/)'),
    floor('http', lib('http'), '^(app|components|scripts|lib/(db|scoring|importers|events|jobs)/)'),
    floor('app-and-scripts-call-services', '^(app|scripts)/', lib('db|scoring|importers|events')),
    floor('components-know-no-server', '^components/', '^(app|scripts|prisma|lib/(db|scoring|importers|events|services|auth|jobs|http)/)'),
    {
      // A contract at work brings zod along, as much again as all of the queue's own code.
      name: 'components-know-contracts-as-types',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: lib('contracts'), dependencyTypesNot: ['type-only'] },
    },
    floor('primitives-know-no-domain', '^components/(ui|data-table|charts)/', '^(lib/|components/(moderation|articles)/)'),
    floor('nothing-imports-tests', '^(app|components|lib|scripts|prisma)/', '^tests/'),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(lib/db/generated|\\.next|dist)' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
