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
  if (!globalThis.entracte) return { begin: () => Promise.resolve(), take: () => [] }
  let stop = () => {}
  const begin = () => {
    // a change on the way makes the answers old: then none of them counts
    stop = globalThis.entracte.subscribe(({ kind }) => {
      if (kind === 'topics') changed = true
    })
    const showId = lastShow()
    const ofShow = ['library.show', 'recap.previously', 'boards.questions', 'cast.roles', 'library.press']
    return Promise.allSettled([
      ask('settings', 'read'),
      ask('library', 'shows'),
      ...(showId ? ofShow.map((method) => ask(...method.split('.'), { showId })) : []),
    ])
  }
  return {
    begin,
    take() {
      stop()
      const taken = changed ? [] : answers
      answers = []
      return taken
    },
  }
})()
// where the last look is shown, nothing is asked for until it has been painted (set.js)
globalThis.entracteAnswered = location.search.includes('look=last')
  ? Promise.resolve()
  : globalThis.entracteFirst.begin()
