/** What of an element's computed look is written into the file. */
const SHAPE_LOOK = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin']
const TEXT_LOOK = ['paint-order', 'font-family', 'font-size', 'font-style', 'font-weight', 'text-anchor']

const NAMESPACE = 'http://www.w3.org/2000/svg'
/** Room above the picture for its title, in px. */
const HEAD = 64
/** Pixels of a PNG for each px of the picture. */
const SCALE = 2
/** A canvas with a longer side than this is refused by some graphics drivers. */
const LONGEST_SIDE = 8192

export interface ExportTitle {
  readonly title: string
  /** "As of S1 E7". */
  readonly asOf: string
}

function element(name: string, attributes: Record<string, string | number>, text?: string): SVGElement {
  const made = document.createElementNS(NAMESPACE, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  if (text !== undefined) made.textContent = text
  return made
}

/** Writes the look of each element into its copy; what was dimmed, ringed or only for the keyboard stays out. */
function settle(from: Element, to: Element): void {
  for (const attribute of [...to.attributes]) {
    if (/^(class|style|role|tabindex|data-(?!part)|aria-)/.test(attribute.name))
      to.removeAttribute(attribute.name)
  }
  if (/^(path|circle|rect|text)$/.test(from.tagName)) {
    // as attributes: a style attribute would need a looser content security policy than the app has
    const computed = getComputedStyle(from)
    const names = from.tagName === 'text' ? [...SHAPE_LOOK, ...TEXT_LOOK] : SHAPE_LOOK
    for (const name of names) to.setAttribute(name, computed.getPropertyValue(name))
  }
  const [inside, copies] = [[...from.children], [...to.children]]
  inside.forEach((child, at) => {
    const copy = copies[at]
    if (copy) settle(child, copy)
  })
}

/**
 * The picture as a file of its own: colours of the theme that is on, the system's fonts where the app's are
 * not installed, and a head that says as of when it is. What is veiled was never in it.
 *
 * @returns an SVG document and its size in px
 */
export function pictureFile(svg: SVGSVGElement, { title, asOf }: ExportTitle) {
  const { x, y, width, height } = svg.viewBox.baseVal
  const copy = svg.cloneNode(true) as SVGSVGElement
  settle(svg, copy)
  for (const ring of copy.querySelectorAll('[data-part="ring"]')) ring.remove()
  const root = getComputedStyle(document.documentElement)
  const colour = (name: string) => root.getPropertyValue(name).trim()
  const font = (name: string) => colour(name).replaceAll('"', "'")
  copy.setAttribute('xmlns', NAMESPACE)
  copy.setAttribute('viewBox', `${x} ${y - HEAD} ${width} ${height + HEAD}`)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height + HEAD))
  const words = { x: x + 28, fill: colour('--text'), 'font-family': font('--font-display') }
  copy.prepend(
    element('title', {}, `${title}, ${asOf}`),
    element('rect', { x, y: y - HEAD, width, height: height + HEAD, fill: colour('--surface') }),
    element('text', { ...words, y: y - HEAD + 34, 'font-size': 24 }, title),
    element(
      'text',
      {
        ...words,
        y: y - HEAD + 54,
        'font-size': 13,
        'font-family': font('--font-ui'),
        fill: colour('--text-muted'),
      },
      asOf,
    ),
  )
  return {
    text: `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`,
    width,
    height: height + HEAD,
  }
}

/** The same picture as pixels. @throws Error when the picture cannot be drawn */
export async function picturePixels(
  svg: SVGSVGElement,
  title: ExportTitle,
): Promise<Uint8Array<ArrayBuffer>> {
  const file = pictureFile(svg, title)
  const scale = Math.min(SCALE, LONGEST_SIDE / Math.max(file.width, file.height))
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(file.text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(file.width * scale)
  canvas.height = Math.round(file.height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('the picture could not be drawn')
  return new Uint8Array(await blob.arrayBuffer())
}
