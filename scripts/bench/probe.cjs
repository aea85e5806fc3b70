// Loaded before an app's main file (`electron -r`): runs one measurement in its first window and prints it.
// The app itself knows nothing of it. BENCH_PROBE is JSON: { script, idleMs }.
const { app } = require('electron')

const { script, idleMs } = JSON.parse(process.env.BENCH_PROBE)

app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    try {
      const value = await contents.executeJavaScript(script)
      if (idleMs > 0) await new Promise((resolve) => setTimeout(resolve, idleMs))
      console.log(`BENCH ${JSON.stringify({ value, pid: process.pid })}`)
    } catch (error) {
      console.log(`BENCH ${JSON.stringify({ error: String(error) })}`)
    }
    if (idleMs === 0) app.quit()
  })
})
