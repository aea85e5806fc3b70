import net from 'node:net'

/** Asks mpv itself, beside the app: a second opinion. */
export function askMpv(socket: string) {
  let id = 0
  const ask = (name: string): Promise<{ value: number; at: number }> =>
    new Promise((resolve, reject) => {
      id += 1
      const mine = id
      const to = net.connect(socket)
      let text = ''
      to.on('error', reject)
      to.on('data', (chunk) => {
        text += chunk
        for (const line of text.split('\n').slice(0, -1)) {
          const said = JSON.parse(line)
          if (said.request_id !== mine) continue
          to.destroy()
          if (said.error !== 'success') return reject(new Error(said.error))
          resolve({ value: said.data, at: performance.now() })
        }
      })
      to.write(`${JSON.stringify({ command: ['get_property', name], request_id: mine })}\n`)
    })
  return ask
}
