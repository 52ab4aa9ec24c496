import next from 'eslint-config-next/core-web-vitals'
import tseslint from 'typescript-eslint'

/** Where components and hooks stand: the rules of React look at every function of a file. */
const REACT = ['app/**', 'components/**', '**/*.tsx']

export default tseslint.config(
  {
    ignores: [
      '.next/**',
      'dist/**',
      'node_modules/**',
      'lib/db/generated/**',
      'next-env.d.ts',
      'test-results/**',
      '.data/**',
      '.cache/**',
      'training/cache/**',
    ],
  },
  ...next.map((config) => ({ ...config, ...(config.rules && Object.keys(config.rules).length > 0 ? { files: REACT } : {}) })),
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['**/*.{ts,tsx,mts,mjs,js}'],
    rules: {
      'max-lines': ['error', { max: 250 }],
      'no-console': ['error', { allow: ['error'] }],
      eqeqeq: 'error',
    },
  },
  // Commands and benchmarks talk to a terminal.
  { files: ['scripts/**', 'tests/**', 'prisma/**', 'training/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.{mjs,js}'], extends: [tseslint.configs.disableTypeChecked] },
)
