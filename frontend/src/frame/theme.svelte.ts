/** Keeps the page in the theme that was chosen, or in the system's while that is "". Call it while a component is set up. */
export function themed(chosen: () => string): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  let dark = $state(system.matches)

  $effect(() => {
    const follow = () => (dark = system.matches)
    system.addEventListener('change', follow)
    return () => system.removeEventListener('change', follow)
  })

  $effect(() => {
    document.documentElement.dataset.theme = chosen() || (dark ? 'dark' : 'light')
  })
}
