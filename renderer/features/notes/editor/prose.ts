import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** The editor's own look. Colours are tokens, so that both themes are this one. */
const page = EditorView.theme({
  '&': { color: 'var(--text)', background: 'transparent', maxWidth: '560px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-display)',
    fontSize: 'var(--type-prose)',
    lineHeight: 'var(--line-prose)',
    overflow: 'visible',
  },
  '.cm-content': { padding: '0', caretColor: 'var(--accent)', minHeight: '168px' },
  '.cm-line': { padding: '0' },
  '.cm-content ::selection': { background: 'var(--mark)' },
  '.cm-hit': { background: 'var(--mark)', borderRadius: '1px', boxShadow: '0 0 0 1px var(--mark)' },
  '.cm-time': {
    color: 'var(--gold)',
    fontFamily: 'var(--font-mono)',
    fontSize: '.84em',
    fontStyle: 'normal',
    fontVariantNumeric: 'tabular-nums',
    cursor: 'pointer',
    textDecoration: 'underline',
    textDecorationColor: 'transparent',
    textUnderlineOffset: '3px',
  },
  '.cm-time:hover': { textDecorationColor: 'currentcolor' },
  '.cm-tooltip.cm-tooltip-autocomplete': {
    padding: '4px',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-md)',
    background: 'var(--raised)',
    boxShadow: 'var(--shadow-2)',
    color: 'var(--text)',
    zIndex: 'var(--z-menu, 40)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--font-ui)',
    fontSize: 'var(--type-ui)',
    maxHeight: '240px',
    minWidth: '200px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '6px 8px', borderRadius: 'var(--radius-xs)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--selected)',
    color: 'var(--text)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
  '.cm-completionDetail': { color: 'var(--text-subtle)', fontStyle: 'normal', marginLeft: '8px' },
  '.cm-placeholder': { color: 'var(--text-subtle)', fontStyle: 'italic' },
  '.cm-quote': {
    borderLeft: '2px solid var(--chart-3)',
    paddingLeft: 'var(--space-4)',
    fontStyle: 'italic',
    color: 'var(--text-muted)',
  },
  '.cm-item': { paddingLeft: '24px', textIndent: '-22px' },
  '.cm-item .cm-mark': { display: 'inline-block', width: '22px', textIndent: '0' },
  '.cm-h1': { fontSize: 'var(--type-h2)', lineHeight: 'var(--line-h2)' },
  '.cm-h2': { fontSize: 'var(--type-h3)', lineHeight: 'var(--line-h3)' },
  '.cm-h3': { fontSize: 'var(--type-h4)', lineHeight: 'var(--line-prose)' },
})

const words = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '420', letterSpacing: '-.01em' },
  { tag: tags.strong, fontWeight: '620' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  {
    tag: tags.monospace,
    fontFamily: 'var(--font-mono)',
    fontSize: '15px',
    color: 'var(--text-muted)',
    fontStyle: 'normal',
  },
  {
    tag: tags.link,
    color: 'var(--accent)',
    textDecoration: 'underline',
    textUnderlineOffset: '3px',
    textDecorationThickness: '1px',
  },
  { tag: tags.url, color: 'var(--text-subtle)', fontFamily: 'var(--font-mono)', fontSize: '14px' },
  {
    tag: [tags.processingInstruction, tags.contentSeparator],
    color: 'var(--text-subtle)',
    fontFamily: 'var(--font-mono)',
    fontSize: '14px',
    fontWeight: '400',
    fontStyle: 'normal',
    textDecoration: 'none',
  },
])

/** Markdown as prose: headings, emphasis, quotes and lists look like what they say, marks stay visible and quiet. */
export const prose = [page, syntaxHighlighting(words)]
