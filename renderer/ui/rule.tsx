import styles from './rule.module.css'

/** A hairline across the page; `double` stands under a masthead. */
export function Rule({ double = false }: { readonly double?: boolean }) {
  return <hr className={double ? styles.double : styles.rule} />
}
