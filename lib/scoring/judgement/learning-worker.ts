/** The learning thread itself (learning-thread.ts starts it and hands texts over). */
import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { LearningHere } from './learning'
import type { LearningMessage } from './learning-thread'

// Minutes of a processor that nobody waits for: on Linux, threads have priorities of their own.
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_LOW)

const learning = new LearningHere()

parentPort?.on('message', (message: LearningMessage) => {
  if ('decided' in message) learning.addDecided(message.decided)
  else if ('passed' in message) learning.addPassed(message.passed)
  // What goes wrong ends the thread, and whoever started it is told why.
  else void learning.conclude(message.question).then((answer) => parentPort?.postMessage(answer))
})
