/** Moves the focus among the first links and buttons of list items: by one, or to either end. False where there are none. */
export function walk(container: HTMLElement | undefined, by: number): boolean {
  const items = [...(container?.querySelectorAll<HTMLElement>('[data-item]') ?? [])]
  if (items.length === 0) return false
  const at = items.findIndex((item) => item.contains(document.activeElement))
  const to = Math.max(0, Math.min(items.length - 1, at + by))
  const item = items[to]
  const target = item?.matches('a, button, [tabindex]') ? item : item?.querySelector<HTMLElement>('a, button')
  target?.focus()
  return true
}

/**
 * Gives the focus to the item that leads to a place, "#/events/3", or to what is below it, as soon as it is there: whoever comes
 * back to a list goes on where they were. Where something has the focus by then, it keeps it.
 */
export function comeBack(from: string): (container: HTMLElement) => () => void {
  return (container) => {
    const look = () => {
      const links = [...container.querySelectorAll<HTMLAnchorElement>('a[href]')]
      const link = links.find(({ hash }) => hash && (from === hash || from.startsWith(`${hash}/`)))
      if (!link) return
      observer.disconnect()
      if (document.activeElement === document.body) link.focus()
    }
    const observer = new MutationObserver(look)
    observer.observe(container, { childList: true, subtree: true })
    look()
    return () => observer.disconnect()
  }
}
