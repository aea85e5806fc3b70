// Runs as a script of the page, under the page's own policy. Tries what a page of ours must not be able to
// do, and writes what came of it where the test can read it.
const server = decodeURIComponent(location.hash.slice(1))
const results = {}
const blocked = []
document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective))

const outcome = async (attempt) => {
  const limit = new Promise((resolve) => setTimeout(() => resolve('no answer'), 2000))
  try {
    return await Promise.race([attempt(), limit])
  } catch (error) {
    return `refused: ${error.name}`
  }
}
const element = (tag, set) =>
  new Promise((resolve) => {
    const made = document.createElement(tag)
    made.addEventListener('load', () => resolve('loaded'))
    made.addEventListener('error', () => resolve('blocked'))
    try {
      set(made)
    } catch (error) {
      resolve(`refused: ${error.name}`)
      return
    }
    document.body.append(made)
    setTimeout(() => resolve('nothing'), 700)
  })

const attempts = {
  eval: () => (0, eval)('1 + 1'),
  functionConstructor: () => new Function('return 1')(),
  fetch: () => fetch(`${server}/fetch`).then(({ status }) => status),
  beacon: () => navigator.sendBeacon(`${server}/beacon`, 'x') && 'sent',
  socket: () =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`${server.replace('http', 'ws')}/socket`)
      socket.addEventListener('open', () => resolve('open'))
      socket.addEventListener('error', () => reject(new Error('closed')))
    }),
  image: () => element('img', (made) => made.setAttribute('src', `${server}/image`)),
  script: () => element('script', (made) => made.setAttribute('src', `${server}/script`)),
  frame: () => element('iframe', (made) => made.setAttribute('src', `${server}/frame`)),
  ownFrame: () =>
    element('iframe', (made) => made.setAttribute('src', 'app://bundle/index.html')).then(() => {
      const frame = document.querySelector('iframe[src^="app:"]')
      try {
        return frame.contentDocument?.body?.childElementCount > 0 ? 'shown' : 'empty'
      } catch (error) {
        return `refused: ${error.name}`
      }
    }),
  object: () => element('object', (made) => made.setAttribute('data', `${server}/object`)),
  stylesheet: () =>
    element('link', (made) => Object.assign(made, { rel: 'stylesheet', href: `${server}/style` })),
  worker: () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
      worker.onmessage = () => resolve('ran')
      worker.onerror = () => reject(new Error('blocked'))
    }),
  file: () => fetch('file:///etc/hostname').then(() => 'read'),
  open: () => window.open(`${server}/open`) === null && 'null',
  openBlank: () => window.open('about:blank') === null && 'null',
  notification: () => Notification.requestPermission(),
  position: () =>
    new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('told'),
        ({ code }) => resolve(code),
      ),
    ),
  camera: () => navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'seen'),
  cameraPermission: () => navigator.permissions.query({ name: 'camera' }).then(({ state }) => state),
  clipboardRead: () => navigator.clipboard.readText().then(() => 'read'),
  webview: () => {
    const view = document.createElement('webview')
    view.setAttribute('src', `${server}/webview`)
    document.body.append(view)
    return typeof view.loadURL
  },
  form: () => {
    const form = document.createElement('form')
    form.action = `${server}/form`
    document.body.append(form)
    form.submit()
    return 'submitted'
  },
  traversal: () => fetch('app://bundle/..%2f..%2fpackage.json').then(({ status }) => status),
  doubleTraversal: () =>
    fetch('app://bundle/assets/..%2f..%2f..%2fpackage.json').then(({ status }) => status),
  backslash: () => fetch('app://bundle/..%5c..%5cpackage.json').then(({ status }) => status),
  missing: () => fetch('app://bundle/nothing.js').then(({ status }) => status),
  otherHost: () => fetch('app://elsewhere/index.html').then(({ status }) => status),
  post: () => fetch('app://bundle/index.html', { method: 'POST', body: 'x' }).then(({ status }) => status),
  preload: () => Object.keys(window.entracte).sort().join(),
  node: () => [typeof require, typeof process, typeof module, typeof Buffer, typeof global].join(),
  badLink: () =>
    window.entracte
      .call({ method: 'desktop.openLink', input: { url: `${server}/link` } })
      .then(({ error }) => error.code),
  fileLink: () =>
    window.entracte
      .call({ method: 'desktop.openLink', input: { url: 'file:///etc/passwd' } })
      .then(({ error }) => error.code),
  scriptLink: () =>
    window.entracte
      .call({ method: 'desktop.openLink', input: { url: 'javascript:alert(1)' } })
      .then(({ error }) => error.code),
  prototypeMethod: () =>
    window.entracte.call({ method: '__proto__.toString', input: null }).then(({ error }) => error.code),
  desktopPrototype: () =>
    window.entracte.call({ method: 'desktop.constructor', input: null }).then(({ error }) => error.code),
}

for (const [name, attempt] of Object.entries(attempts)) results[name] = await outcome(attempt)
results.inlineScript = document.documentElement.dataset.inline ?? 'blocked'
document.querySelector('button').click()
results.inlineHandler = document.documentElement.dataset.handler ?? 'blocked'
results.inlineStyle = getComputedStyle(document.querySelector('p')).color
location.href = `${server}/navigate`
await new Promise((resolve) => setTimeout(resolve, 500))
results.navigated = location.href.split('#')[0]
results.blocked = [...new Set(blocked)].sort()
document.title = 'done'
window.probe = results
