// Runs when the styles are in, so that the faces of the first page are known by name. A line that is laid out before its
// face is there is measured in a face of the system, for which Chromium asks the system, letter case by letter case:
// that takes longer than all the rest of the first frame.
const FACES = [
  '400 16px Fraunces',
  'italic 400 16px Fraunces',
  '400 16px "Instrument Sans"',
  '400 16px "JetBrains Mono"',
]
/** More than any file of this machine takes, in ms: a face that does not come must not hold up the page. */
const PATIENCE_MS = 1500

globalThis.entracteSet = Promise.race([
  Promise.allSettled(FACES.map((face) => document.fonts.load(face))),
  new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
])

/**
 * Resolves when the page stands on the screen. Two animation frames would not tell: while the window is being shown, they
 * come before anything is drawn, and the app's modules would be compiled in the middle of the first picture.
 */
const seen = () =>
  new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      if (list.getEntriesByName('first-contentful-paint').length === 0) return
      observer.disconnect()
      resolve()
    }).observe({ type: 'paint', buffered: true })
    // a window that is not drawn (minimised, say) paints nothing, and answers nevertheless
    setTimeout(resolve, PATIENCE_MS)
  })

/**
 * The last look is painted first; then the core is asked, and the app fetched that takes its place. Nothing here holds on
 * to the look: it is forgotten when it goes.
 */
const beginWith = (look) => {
  for (const styled of look.querySelectorAll('[data-style]')) styled.style.cssText = styled.dataset.style
  // whoever is quicker than the app is answered by it when it is there (api/last-look.ts), which asks for this once
  const pressed = []
  const hear = (event) => pressed.push(event)
  for (const kind of ['click', 'keydown']) addEventListener(kind, hear, true)
  globalThis.entractePressed = () => {
    for (const kind of ['click', 'keydown']) removeEventListener(kind, hear, true)
    globalThis.entractePressed = undefined
    return pressed
  }
  globalThis.entracteSet
    .then(() => {
      document.documentElement.dataset.set = ''
      return seen()
    })
    .then(() => {
      globalThis.entracteAnswered = globalThis.entracteFirst.begin()
      return import(document.querySelector('meta[name="entracte:start"]').content)
    })
}
if (document.getElementById('last-look')) beginWith(document.getElementById('last-look'))
