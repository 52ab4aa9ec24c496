// Runs one of the commands beside this file from its source, after installing what it needs: `npm run import -- FILE`.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { assertNode, bin, installPackages } from './prepare.mjs'

const [name, ...args] = process.argv.slice(2)
assertNode()
installPackages()
const file = path.join(import.meta.dirname, `${name}.ts`)
const { status } = spawnSync(process.execPath, ['--import', bin('tsx/dist/esm/index.mjs'), file, ...args], { stdio: 'inherit' })
process.exit(status ?? 1)
