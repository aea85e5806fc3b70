import { m } from '@shared/messages'
import { SectionHead } from '../../ui/head'
import { ItemForm } from './item-form'
import styles from './show-part.module.css'

/** The show itself, and what its pack says about itself. */
export function ShowPart() {
  return (
    <div className={styles.columns}>
      <section>
        <SectionHead title={m.studio_show()} />
        <ItemForm kind="show" itemKey="show" />
      </section>
      <section>
        <SectionHead title={m.studio_pack()} />
        <ItemForm kind="pack" itemKey="pack" />
      </section>
    </div>
  )
}
