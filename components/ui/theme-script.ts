/** Where a person's own choice is kept; without one the system's colours count. */
export const THEME_KEY = 'parley-theme'

/** Sets the chosen theme on the root element. Inlined in the head of every page; storage may be forbidden. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`
