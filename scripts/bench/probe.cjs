// Loaded before an app's main file (`electron -r`): runs one measurement in its first window and prints it.
// The app itself knows nothing of it. BENCH_PROBE is JSON: { script, idleMs, rows }.
const path = require('node:path')
const { app, ipcMain } = require('electron')

const { script, idleMs, rows } = JSON.parse(process.env.BENCH_PROBE)

/** Resolves with the moment at which the rows were on screen, told by the page itself (`watch-paint.cjs`). */
const painted =
  rows === undefined
    ? Promise.resolve()
    : new Promise((resolve) => ipcMain.once('bench:painted', (_event, at) => resolve(at)))

app.once('web-contents-created', (_event, contents) => {
  const { session } = contents
  if (rows !== undefined)
    session.setPreloads([...session.getPreloads(), path.join(__dirname, 'watch-paint.cjs')])
  contents.once('dom-ready', async () => {
    try {
      const paintedAt = await painted
      const value = await contents.executeJavaScript(script)
      if (idleMs > 0) await new Promise((resolve) => setTimeout(resolve, idleMs))
      console.log(`BENCH ${JSON.stringify({ value, paintedAt, pid: process.pid })}`)
    } catch (error) {
      console.log(`BENCH ${JSON.stringify({ error: String(error) })}`)
    }
    if (idleMs === 0) app.quit()
  })
})
