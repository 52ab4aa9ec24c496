/** What the script below keeps, on the window. */
interface EarlyKeys {
  kept: KeyboardEvent[]
  /** Whether a key that is pressed now is let through: it is one of those that were kept. */
  isPassing: boolean
  stop: () => void
}

declare global {
  interface Window {
    parleyEarlyKeys?: EarlyKeys
  }
}

/**
 * Keeps the keys that are pressed after the server's page is there to be read and before its code is: they are meant for what
 * one reads. Inlined before the page; keys for a field, a link or the browser itself go where they go.
 */
export const EARLY_KEYS_SCRIPT = `(function(){
var early={kept:[],isPassing:false,stop:function(){removeEventListener('keydown',keep,true)}}
function keep(e){
var t=e.target
if(early.isPassing||e.isComposing||e.ctrlKey||e.metaKey||e.altKey)return
if(e.key===' '||(e.key.length>1&&!/^(Arrow|Enter|Escape)/.test(e.key)))return
if(t.closest&&t.closest('a,button,input,select,summary,textarea,[contenteditable]'))return
e.preventDefault()
e.stopImmediatePropagation()
early.kept.push(e)}
addEventListener('keydown',keep,true)
window.parleyEarlyKeys=early})()`

/**
 * Presses the kept keys again, in their order, each after what the one before did is drawn; keys pressed meanwhile queue behind
 * them. Call it when the keys of the page work.
 */
export async function replayEarlyKeys(): Promise<void> {
  const early = window.parleyEarlyKeys
  if (early === undefined) return
  delete window.parleyEarlyKeys
  for (let key = early.kept.shift(); key !== undefined; key = early.kept.shift()) {
    early.isPassing = true
    pressAgain(key)
    early.isPassing = false
    await new Promise(requestAnimationFrame)
  }
  early.stop()
}

function pressAgain({ key, code, shiftKey, repeat }: KeyboardEvent): void {
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, repeat, bubbles: true, cancelable: true }))
}
