import './ui/tokens.css'
import './ui/fonts.css'
import './ui/base.css'
import { createRoot } from 'react-dom/client'
import { invalidateByTopic } from './api/broadcasts'
import { takeFirstAnswers } from './api/first-answers'
import { App } from './app/app'
import { drawFirstLook } from './app/look'
import { queries } from './app/queries'

drawFirstLook()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
// one turn, in which answers that have arrived are let in
setTimeout(() => {
  invalidateByTopic(queries)
  takeFirstAnswers(queries)
  createRoot(root).render(<App />)
})
