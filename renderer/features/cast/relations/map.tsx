import type { RoleId } from '@shared/ids'
import { m } from '@shared/messages'
import { IconArrowsMaximize, IconArrowsMinimize } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react'
import { IconButton } from '../../../ui/button'
import { wholeNumber } from '../../../ui/words'
import { type Arrow, arrowTarget } from '../arrows'
import type { EpisodeMarks } from '../episode-marks'
import { Disc } from './disc'
import { curvePath, type Field, labelsIn, type Picture } from './field'
import styles from './map.module.css'
import { StrandLabel, StrandLine } from './strand-line'
import { useFit } from './use-fit'
import { strandLabel, strandWords } from './words'

/** With more lines than this, a word on each would hide the picture: only what changed has one, and whom one looks at. */
const CROWDED = 70

/** Links in a picture: HTML has no element for it. */
const GROUP = 'group'

interface MapProps {
  readonly field: Field
  readonly picture: Picture
  readonly at: number
  readonly marks: EpisodeMarks
  readonly chosen: RoleId | null
  readonly onChoose: (id: RoleId | null) => void
  readonly svg: RefObject<SVGSVGElement | null>
}

const isArrow = (key: string): key is Arrow => /^Arrow(Left|Right|Up|Down)$/.test(key)

/** Who is what to whom, as a picture: discs that stay where they are, and the lines between them. */
export function RelationsMap({ field, picture, at, marks, chosen, onChoose, svg }: MapProps) {
  const navigate = useNavigate()
  const [hovered, setHovered] = useState<RoleId | null>(null)
  const { box, relations } = field
  const { roles } = relations
  const lit = hovered ?? chosen
  const { discs, strands, grounds } = picture

  const crowded = strands.length > CROWDED
  const litWho = discs.find(({ role }) => role.id === lit)?.who ?? null
  const touches = useMemo(
    () => (litWho === null ? strands : strands.filter(({ from, to }) => from === litWho || to === litWho)),
    [litWho, strands],
  )
  const bright = useMemo(
    () => (litWho === null ? null : new Set([litWho, ...touches.flatMap(({ from, to }) => [from, to])])),
    [litWho, touches],
  )
  const labels = useMemo(
    () =>
      labelsIn(
        picture,
        (crowded && litWho === null ? strands.filter(({ changed }) => changed) : touches).map((strand) => ({
          strand,
          words: strandLabel(strand, at, marks),
        })),
      ),
    [picture, touches, strands, crowded, litWho, at, marks],
  )
  const spoken = useMemo(
    () =>
      new Map(
        discs.map(({ who, role }) => {
          const words = strands
            .filter(({ from, to }) => from === who || to === who)
            .map((strand) => {
              const { other, words: line } = strandWords(strand, who, roles, at, marks)
              return m.cast_relations_with({ name: other?.name ?? '', line })
            })
          return [who, [role.name, ...words].join('. ')]
        }),
      ),
    [discs, strands, roles, at, marks],
  )
  const entry = discs.some(({ role }) => role.id === chosen) ? chosen : (discs[0]?.role.id ?? null)

  const { frame, least, overflows, whole, showWhole } = useFit(box)
  const press = (event: KeyboardEvent<SVGSVGElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const places = [...event.currentTarget.querySelectorAll<SVGGElement>('[data-role]')]
    const index = places.findIndex((place) => place.matches(':focus'))
    const here = places[index]
    if (!here) return
    if (event.key === 'Enter') {
      event.preventDefault()
      void navigate({ to: '/cast/$roleId', params: { roleId: here.dataset.role ?? '' } })
      return
    }
    const target =
      event.key === 'Tab'
        ? index + (event.shiftKey ? -1 : 1)
        : event.key === 'Home'
          ? 0
          : event.key === 'End'
            ? places.length - 1
            : isArrow(event.key)
              ? arrowTarget(
                  places.map((place) => place.getBoundingClientRect()),
                  index,
                  event.key,
                )
              : null
    // past the first and the last one, Tab leaves the picture
    const next = target === null ? undefined : places[target]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const roleOf = (target: EventTarget) =>
    target instanceof Element
      ? (discs.find(({ role }) => role.id === target.closest<SVGGElement>('[data-role]')?.dataset.role)?.role
          .id ?? null)
      : null

  return (
    <div className={styles.stage}>
      <div className={styles.frame} ref={frame}>
        <svg
          ref={svg}
          className={styles.map}
          data-crowded={crowded || undefined}
          data-dimmed={litWho !== null || undefined}
          style={least}
          viewBox={`${box.x - box.width / 2} ${box.y - box.height / 2} ${box.width} ${box.height}`}
          role={GROUP}
          aria-label={m.cast_relations_picture({
            roles: wholeNumber(discs.length),
            lines: wholeNumber(strands.length),
            episode: marks.label(at) ?? '',
          })}
          onKeyDown={press}
          onPointerOver={(event) => setHovered(roleOf(event.target))}
          onPointerLeave={() => setHovered(null)}
          onFocus={(event) => onChoose(roleOf(event.target))}
          onClick={(event) => {
            const role = roleOf(event.target)
            if (role === null) onChoose(null)
          }}
          onDoubleClick={(event) => {
            const role = roleOf(event.target)
            if (role) void navigate({ to: '/cast/$roleId', params: { roleId: role } })
          }}
        >
          <defs>
            <marker
              id="relations-arrow"
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="8"
              markerHeight="8"
              markerUnits="userSpaceOnUse"
              orient="auto"
            >
              <path className={styles.arrow} d="M1 1l6 3-6 3" />
            </marker>
          </defs>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
          <g aria-hidden="true">
            {grounds.map(({ id, path }) => (
              <path key={id} className={styles.ground} d={path} />
            ))}
            {strands.map((strand) => (
              <StrandLine
                key={strand.key}
                style={strand.style}
                path={curvePath(strand.curve)}
                lit={strand.from === litWho || strand.to === litWho}
              />
            ))}
            {grounds.map(({ id, name, title }) => (
              <text key={id} className={styles.circle} x={title.x} y={title.y}>
                {name}
              </text>
            ))}
            {labels.map((label) => (
              <StrandLabel
                key={label.strand.key}
                style={label.strand.style}
                changed={label.strand.changed}
                words={label.words}
                x={label.x}
                y={label.y}
                width={label.width}
                height={label.height}
              />
            ))}
          </g>
          {discs.map((disc) => (
            <Disc
              key={disc.role.id}
              disc={disc}
              label={spoken.get(disc.who) ?? disc.role.name}
              past={picture.past.has(disc.who)}
              lit={bright?.has(disc.who) ?? false}
              chosen={disc.role.id === chosen}
              entry={disc.role.id === entry}
            />
          ))}
        </svg>
      </div>
      {overflows && (
        <span className={styles.size}>
          <IconButton
            size="sm"
            label={whole ? m.cast_relations_reading_size() : m.cast_relations_whole()}
            icon={whole ? IconArrowsMaximize : IconArrowsMinimize}
            onPress={() => showWhole(!whole)}
          />
        </span>
      )}
    </div>
  )
}
