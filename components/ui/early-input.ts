/** What the script below keeps, on the window. */
interface EarlyInput {
  kept: (KeyboardEvent | MouseEvent)[]
  /** Whether what comes now is let through: it is one of those that were kept. */
  isPassing: boolean
  stop: () => void
}

declare global {
  interface Window {
    parleyEarlyInput?: EarlyInput
  }
}

/**
 * Keeps the keys and clicks that come after the server's page is there to be read and before its code is: they are meant for what
 * one reads. Inlined before the page; what is for a field, a link or the browser itself goes where it goes. Of the keys kept, only
 * Enter is for a link or button that has the focus.
 */
export const EARLY_INPUT_SCRIPT = `(function(){
var early={kept:[],isPassing:false,stop:function(){removeEventListener('keydown',onKey,true);removeEventListener('click',onClick,true)}}
function keep(e,others){
if(early.isPassing||!e.target.closest||e.target.closest('input,select,textarea,'+others))return
e.preventDefault()
e.stopImmediatePropagation()
early.kept.push(e)}
function onKey(e){
if(e.isComposing||e.ctrlKey||e.metaKey||e.altKey||e.key===' '||(e.key.length>1&&!/^(Arrow|Enter|Escape)/.test(e.key)))return
keep(e,(e.key==='Enter'?'a,button,summary,':'')+'[contenteditable]')}
function onClick(e){keep(e,'a,label,summary')}
addEventListener('keydown',onKey,true)
addEventListener('click',onClick,true)
window.parleyEarlyInput=early})()`

/**
 * Gives what was kept to the page, in its order, each after what the one before did is drawn; what comes meanwhile queues behind.
 * Call it when the keys and buttons of the page work.
 */
export async function replayEarlyInput(): Promise<void> {
  const early = window.parleyEarlyInput
  if (early === undefined) return
  delete window.parleyEarlyInput
  for (let event = early.kept.shift(); event !== undefined; event = early.kept.shift()) {
    early.isPassing = true
    giveAgain(event)
    early.isPassing = false
    await new Promise(requestAnimationFrame)
  }
  early.stop()
}

function giveAgain(event: KeyboardEvent | MouseEvent): void {
  const change = { shiftKey: event.shiftKey, bubbles: true, cancelable: true }
  // A target that is gone by now hears nothing: nobody sees it any more.
  if (!('key' in event)) return void event.target?.dispatchEvent(new MouseEvent('click', change))
  const { key, code, repeat } = event
  const target = document.activeElement ?? document.body
  target.dispatchEvent(new KeyboardEvent('keydown', { ...change, key, code, repeat }))
}
