// What `npm start` does before it serves: installs and builds. For a container's build step.
import { assertNode, build, installPackages } from './prepare.mjs'

assertNode()
installPackages()
build()
