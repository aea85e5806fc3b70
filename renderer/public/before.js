// Runs before any module, while they are still being fetched.

// zod must not try out eval, which the content policy forbids and reports
globalThis.__zod_globalConfig = { jitless: true }

// Asks for what the first page shows; renderer/api/first-answers.ts takes what has arrived. Keys are those of
// the cache: feature, method, input. An answer that fails is left to the page, which asks again and says so.
globalThis.entracteFirst = (() => {
  let answers = []
  let changed = false
  // the show that was open last; should it be gone, the page asks for another
  const lastShow = () => {
    try {
      return JSON.parse(localStorage.getItem('entracte.look') ?? '{}').showId
    } catch {
      return null
    }
  }
  const ask = async (feature, method, input) => {
    const reply = await globalThis.entracte.call({ method: `${feature}.${method}`, input })
    if (reply.ok) answers.push({ key: [feature, method, input], value: reply.value })
  }
  if (!globalThis.entracte) return { take: () => [] }
  // a change on the way makes the answers old: then none of them counts
  const stop = globalThis.entracte.subscribe(({ kind }) => {
    if (kind === 'topics') changed = true
  })
  const showId = lastShow()
  const ofShow = ['library.show', 'recap.previously', 'boards.board', 'cast.roles', 'library.press']
  const asked = [
    ask('settings', 'read'),
    ask('library', 'shows'),
    ...(showId ? ofShow.map((method) => ask(...method.split('.'), { showId })) : []),
  ]
  Promise.all(asked).catch(() => {})
  return {
    take() {
      stop()
      const taken = changed ? [] : answers
      answers = []
      return taken
    },
  }
})()
