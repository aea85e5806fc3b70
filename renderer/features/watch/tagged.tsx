const TAG = /(#[\p{L}\p{N}][\p{L}\p{N}_/-]*)/u

/** Words with their tags in the accent. */
export function Tagged({ text }: { readonly text: string }) {
  let at = 0
  return (
    <>
      {text.split(TAG).map((part) => {
        at += part.length
        return part.startsWith('#') ? (
          <span key={at} className="accent">
            {part}
          </span>
        ) : (
          part
        )
      })}
    </>
  )
}
