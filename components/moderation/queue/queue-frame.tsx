import { DeskFrame, type DeskFrameProps } from '../frame/desk-frame'
import { QueueDesk, type QueueDeskProps } from './queue-desk'
import { QueueInFrame } from './queue-in-frame'

/** The frame with the queue: loaded as one, what both need comes once. */
export function QueueFrame(props: DeskFrameProps) {
  return (
    <QueueInFrame value={drawQueue}>
      <DeskFrame {...props} />
    </QueueInFrame>
  )
}

const drawQueue = (props: QueueDeskProps) => <QueueDesk {...props} />
