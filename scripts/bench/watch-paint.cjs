// A preload of the bench's own: from the page's first moment on it looks for the rows, frame by frame, and tells when the
// second frame after they were laid out has begun. A script that is run from outside would have to wait for the load.
const { ipcRenderer } = require('electron')

const { rows } = JSON.parse(process.env.BENCH_PROBE)

const laidOut = () => (document.querySelector(rows)?.getClientRects().length ?? 0) > 0
const tell = () => ipcRenderer.send('bench:painted', performance.timeOrigin + performance.now())
const look = () => {
  requestAnimationFrame(laidOut() ? () => requestAnimationFrame(tell) : look)
}
look()
