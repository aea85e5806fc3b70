import {
  Tab as AriaTab,
  TabList as AriaTabList,
  TabPanel as AriaTabPanel,
  Tabs as AriaTabs,
  type TabListProps,
  type TabPanelProps,
  type TabProps,
  type TabsProps,
} from 'react-aria-components/Tabs'
import { cx } from './cx'
import styles from './tabs.module.css'

/** Tabs: `<Tabs><TabList aria-label="…"><Tab id="roles">…</Tab></TabList><TabPanel id="roles">…</TabPanel></Tabs>` */
export const Tabs = (props: Omit<TabsProps, 'className'>) => (
  <AriaTabs {...props} className={cx(styles.root)} />
)

export const TabList = <T extends object>(props: Omit<TabListProps<T>, 'className'>) => (
  <AriaTabList {...props} className={cx(styles.list)} />
)

export const Tab = (props: Omit<TabProps, 'className'>) => <AriaTab {...props} className={cx(styles.tab)} />

export const TabPanel = (props: Omit<TabPanelProps, 'className'>) => (
  <AriaTabPanel {...props} className={cx(styles.panel)} />
)
