import { type Key, knows, t } from '../i18n/i18n.svelte'

const MAC: Record<string, string> = { mod: '⌘', shift: '⇧', alt: '⌥' }
const SIGNS: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', ' ': '␣' }

/** Names the parts of a key as they stand on the keyboard: "mod+k" is ["Ctrl", "K"], "g p" is ["G", "P"]. */
export function strokes(keys: string, mac = navigator.platform.startsWith('Mac')): string[] {
  if (keys === '+') return [keys]
  return keys.split(/[+ ]/).map((part) => {
    if (mac && MAC[part]) return MAC[part]
    const key = `keys.name.${part}`
    if (knows(key)) return t(key as Key)
    return SIGNS[part] ?? part.toUpperCase()
  })
}
