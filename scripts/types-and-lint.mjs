// What `tsc --noEmit` and `eslint .` do, in one: the rules that ask for types ask the program that was checked, which is read and worked
// out once.
import path from 'node:path'
import { ESLint } from 'eslint'
import ts from 'typescript'
import { root } from './prepare.mjs'

const format = (problems) =>
  ts.formatDiagnosticsWithColorAndContext(problems, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  })

const refuse = (problem) => {
  throw new Error(format([problem]))
}
const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(path.join(root, 'tsconfig.json'), undefined, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: refuse,
})
const program = ts.createProgram({ rootNames: fileNames, options, configFileParsingDiagnostics: errors })
const wrong = ts.getPreEmitDiagnostics(program)
if (wrong.length > 0) console.log(format(wrong))

const eslint = new ESLint({
  cwd: root,
  overrideConfig: {
    files: ['**/*.{ts,tsx,mts}'],
    languageOptions: { parserOptions: { projectService: false, programs: [program] } },
  },
})
const results = await eslint.lintFiles(['.'])
const said = await (await eslint.loadFormatter('stylish')).format(results)
if (said) console.log(said)

const isGood = wrong.length === 0 && results.every(({ errorCount }) => errorCount === 0)
process.exit(isGood ? 0 : 1)
