import { m } from '@shared/messages'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Dialog, DialogActions } from '../../../ui/dialog'
import { Select } from '../../../ui/select'
import { useBoardTools } from '../board-context'
import { laneName } from '../board-words'
import type { LaneView } from './lanes'

/** Takes a lane away, and asks where its cards go. */
export function DropLaneDialog({ lane, onClose }: { readonly lane: LaneView; readonly onClose: () => void }) {
  const { acts, lanes } = useBoardTools()
  const others = lanes().filter(({ id }) => id !== lane.id)
  const [to, setTo] = useState(others[0]?.id)
  return (
    <Dialog
      title={m.boards_lane_remove_title({ lane: laneName(lane) })}
      size="sm"
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <Select
        label={m.boards_lane_cards_to()}
        choices={others.map((other) => ({ id: other.id, label: laneName(other) }))}
        value={to ?? null}
        onChange={setTo}
      />
      <DialogActions>
        <Button variant="quiet" onPress={onClose}>
          {m.app_cancel()}
        </Button>
        <Button
          variant="primary"
          isDisabled={to === undefined}
          onPress={() => {
            onClose()
            if (to) void acts.dropLane(lane.id, to)
          }}
        >
          {m.boards_lane_remove()}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
