/** Where a browser keeps the choice, for pages of nobody in particular; without one the system's colours count. */
export const THEME_KEY = 'parley-theme'

/**
 * Sets the chosen theme on the root element, where the server has not: it knows what somebody who is signed in prefers. Inlined
 * in the head of every page; storage may be forbidden.
 */
export const THEME_SCRIPT = `try{var d=document.documentElement.dataset,t=localStorage.getItem('${THEME_KEY}');if(!d.theme&&(t==='light'||t==='dark'))d.theme=t}catch(e){}`
