// A preload of the bench's own: from the page's first moment on it waits for the rows to be on screen, and tells when they
// were. Chromium's first contentful paint is the moment a picture was shown (Paint Timing, w3.org/TR/paint-timing); if the
// rows were in it, that is the answer. Animation frames can pass before anything is drawn: they are asked only for rows that
// came later. A script that is run from outside would have to wait for the load.
const { ipcRenderer } = require('electron')

const { rows } = JSON.parse(process.env.BENCH_PROBE)

const laidOut = () => (document.querySelector(rows)?.getClientRects().length ?? 0) > 0
const tell = (at) => ipcRenderer.send('bench:painted', performance.timeOrigin + at)
const look = () => {
  requestAnimationFrame(laidOut() ? () => requestAnimationFrame(tell) : look)
}
new PerformanceObserver((entries, observer) => {
  const [first] = entries.getEntriesByName('first-contentful-paint')
  if (!first) return
  observer.disconnect()
  if (laidOut()) tell(first.startTime)
  else look()
}).observe({ type: 'paint', buffered: true })
