/**
 * Runs in the page, which has a hundred thousand notes: scrolls their list, and in its place a list of the same rows
 * that is windowed by hand with the least that can do it, by the same steps. Resolves with the 95th percentile of the
 * time between two frames of each, in milliseconds.
 */
export const SCROLL_NOTES = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const until = async (found) => {
    for (let n = 0; n < 1200; n += 1) {
      const value = found()
      if (value) return value
      await frame()
    }
    throw new Error('the list of notes did not come')
  }
  await until(() => document.querySelector('main li'))
  location.hash = '#/notes'
  const list = await until(() => document.querySelector('main [role=listbox]'))
  await until(() => list.querySelectorAll('[role=option] p').length > 8)
  const FRAMES = 240
  const STEP = 3 * 104
  const scroll = async (pane) => {
    pane.scrollTop = 0
    for (let n = 0; n < 20; n += 1) await frame()
    const took = []
    let last = await frame()
    for (let n = 0; n < FRAMES; n += 1) {
      pane.scrollTop += STEP
      const now = await frame()
      took.push(now - last)
      last = now
    }
    return took.sort((a, b) => a - b)[Math.floor(FRAMES * 0.95)]
  }
  // the same rows, moved and renamed by hand
  const row = list.querySelector('[role=option]')
  const raw = list.cloneNode(false)
  const inner = list.firstElementChild.cloneNode(false)
  raw.append(inner)
  const pool = Array.from({ length: Math.ceil(list.clientHeight / 104) + 8 }, () => inner.appendChild(row.cloneNode(true)))
  const titles = pool.map((one) => one.querySelector('p'))
  const draw = () => {
    const first = Math.max(0, Math.floor(raw.scrollTop / 104) - 4)
    pool.forEach((one, n) => {
      one.style.transform = 'translateY(' + (first + n) * 104 + 'px)'
      titles[n].textContent = 'Note ' + (first + n)
    })
  }
  raw.addEventListener('scroll', draw)
  const byHand = async () => {
    list.before(raw)
    list.style.display = 'none'
    draw()
    const p95 = await scroll(raw)
    raw.remove()
    list.style.display = ''
    return p95
  }
  const baseline = await byHand()
  const ours = await scroll(list)
  return { baseline, ours, again: await byHand() }
})()`
