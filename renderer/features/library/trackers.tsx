import type { Press } from '@shared/library/press-schema'
import type { ShowPage } from '@shared/library/schema'
import { m } from '@shared/messages'
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useShow } from '../../api/current-show'
import { Button, IconButton } from '../../ui/button'
import { SectionHead } from '../../ui/head'
import { Menu, MenuItem, MenuTrigger } from '../../ui/menu'
import { Veil } from '../../ui/veil'
import { exactNumber } from '../../ui/words'
import { chartEpisodes } from './chart-episodes'
import { ChartLegend } from './chart-legend'
import type { OpenTracker } from './open-tracker'
import { episodesToRead, newReading, type ReadingForm, readingToEdit } from './reading-form'
import { useSafeLabel } from './safe-label'
import { TrackerChart } from './tracker-chart'
import { openReadings } from './tracker-line'
import { TrackerTable } from './tracker-table'
import styles from './trackers.module.css'
import { useReadings } from './use-readings'
import { useWidth } from './use-width'

const ReadingDialog = lazy(() => import('./reading-dialog'))
const RenameDialog = lazy(() => import('./rename-dialog'))

const HEIGHT = 220

function TrackerMenu({
  tracker,
  onRename,
}: {
  readonly tracker: OpenTracker
  readonly onRename: () => void
}) {
  const { removeTracker } = useReadings()
  const label = m.library_tracker_more({ name: tracker.name })
  return (
    <MenuTrigger>
      <IconButton label={label} icon={IconDots} size="sm" />
      <Menu label={label} placement="bottom end">
        <MenuItem icon={IconPencil} onAction={onRename}>
          {m.library_tracker_rename()}
        </MenuItem>
        <MenuItem icon={IconTrash} danger onAction={() => removeTracker(tracker.id, tracker.name)}>
          {m.library_tracker_remove()}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}

interface OneTrackerProps {
  readonly tracker: OpenTracker
  readonly page: ShowPage
  readonly onForm: (form: ReadingForm) => void
  readonly onRename: () => void
}

function OneTracker({ tracker, page, onForm, onRename }: OneTrackerProps) {
  const { episodes, reach } = useShow()
  const { remove } = useReadings()
  const safeLabel = useSafeLabel()
  const element = useRef<HTMLDivElement>(null)
  const width = useWidth(element)
  const readings = openReadings(tracker.readings)
  const veil = tracker.readings.find(({ veiled }) => veiled)
  const writable = episodesToRead(episodes, page.reading)
  return (
    <section className={styles.tracker}>
      <div className={styles.head}>
        <h3 className={styles.name}>{tracker.name}</h3>
        {tracker.handle && <span className={styles.unit}>{tracker.handle}</span>}
        {tracker.unit && <span className={styles.unit}>{tracker.unit}</span>}
        <span className={styles.acts}>
          <Button
            size="sm"
            variant="quiet"
            icon={IconPlus}
            isDisabled={writable.length === 0}
            onPress={() => onForm(newReading(tracker, writable, page.reading))}
          >
            {m.library_reading_add()}
          </Button>
          {tracker.mine && <TrackerMenu tracker={tracker} onRename={onRename} />}
        </span>
      </div>
      <div ref={element}>
        {width > 0 && readings.length > 0 && (
          <figure>
            <TrackerChart tracker={tracker} width={width} height={HEIGHT} />
            <ChartLegend readings={readings} />
          </figure>
        )}
      </div>
      {readings.length === 0 && <p className={styles.none}>{m.library_reading_none()}</p>}
      {readings.length > 0 && (
        <TrackerTable
          name={tracker.name}
          unit={tracker.unit}
          episodes={chartEpisodes(page.seasons, readings, reach)}
          readings={readings}
          onEdit={(reading) => onForm(readingToEdit(tracker, reading, episodes, exactNumber))}
          onRemove={(reading) => remove(reading.id)}
        />
      )}
      {veil?.veiled && (
        <div className={styles.veil}>
          <Veil safeAfter={safeLabel(veil.safeAfter)} />
        </div>
      )}
    </section>
  )
}

/** Every number that the show keeps on screen, and those that the person counts themselves. */
export function Trackers({ press, page }: { readonly press: Press; readonly page: ShowPage }) {
  const { episodes } = useShow()
  const safeLabel = useSafeLabel()
  const [form, setForm] = useState<ReadingForm | null>(null)
  const [renamed, setRenamed] = useState<OpenTracker | null>(null)
  const open = press.trackers.filter((tracker): tracker is OpenTracker => !tracker.veiled)
  const [veil] = press.trackers.flatMap((tracker) => (tracker.veiled ? [tracker] : []))
  const writable = episodesToRead(episodes, page.reading)
  return (
    <section className={styles.trackers}>
      <SectionHead
        title={m.library_trackers()}
        end={
          <Button
            size="sm"
            icon={IconPlus}
            isDisabled={writable.length === 0}
            onPress={() => setForm(newReading(null, writable, page.reading))}
          >
            {m.library_tracker_new()}
          </Button>
        }
      />
      {press.trackers.length === 0 && <p className={styles.none}>{m.library_tracker_none()}</p>}
      {open.map((tracker) => (
        <OneTracker
          key={tracker.id}
          tracker={tracker}
          page={page}
          onForm={setForm}
          onRename={() => setRenamed(tracker)}
        />
      ))}
      {veil && (
        <section className={styles.tracker}>
          <h3 className={styles.name}>{m.library_tracker_veiled()}</h3>
          <div className={styles.veil}>
            <Veil safeAfter={safeLabel(veil.safeAfter)} />
          </div>
        </section>
      )}
      <Suspense>
        {form && (
          <ReadingDialog
            showId={page.show.id}
            reading={page.reading}
            first={form}
            onClose={() => setForm(null)}
          />
        )}
        {renamed && <RenameDialog tracker={renamed} onClose={() => setRenamed(null)} />}
      </Suspense>
    </section>
  )
}
