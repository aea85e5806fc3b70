import './ui/tokens.css'
import './ui/fonts.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { invalidateByTopic } from './api/broadcasts'
import { takeFirstAnswers } from './api/first-answers'
import { endLook, lookStands } from './api/last-look'
import { App } from './app/app'
import { drawFirstLook } from './app/look'
import { queries } from './app/queries'

drawFirstLook()

/** The longest that a look stands while the library is silent, in ms: then the page that waits is the truer one. */
const LOOK_MS = 3000

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const draw = () => {
  invalidateByTopic(queries)
  takeFirstAnswers(queries)
  createRoot(root).render(<App />)
}
// Without a look: when the faces are in. With it the answers are waited for, so that what takes its place is whole.
if (lookStands()) {
  setTimeout(endLook, LOOK_MS)
  void globalThis.entracteAnswered?.then(draw)
} else void Promise.resolve(globalThis.entracteSet).then(() => setTimeout(draw))
