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
