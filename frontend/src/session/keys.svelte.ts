import { COMMANDS, type Command, binding } from './keymap'

/** What a screen does when a command is given. One that answers false lets the key go on to whoever is below. */
export type Handlers = Partial<Record<Command, () => unknown>>

// Long enough for a second finger, short enough not to be forgotten.
const SEQUENCE_MS = 1200

// These are of use while typing and while a dialog is open.
const ALWAYS: Command[] = ['palette', 'save']

/** Hands keys to whoever is there to act on them. It never takes a key from somebody who is typing. */
export class Keys {
  readonly mac: boolean
  // No rune: what ends a binding would read what there was before the change that ends it, and lose what was bound meanwhile.
  #layers: Handlers[] = []
  #changes = 0
  #seen = $state(0)
  #pending = ''
  #pendingUntil = 0

  constructor(mac: boolean) {
    this.mac = mac
  }

  /** Lets a screen act on commands, before those who came earlier. Returns what ends that. */
  bind(handlers: Handlers): () => void {
    this.#layers = [...this.#layers, handlers]
    this.#seen = ++this.#changes
    return () => {
      this.#layers = this.#layers.filter((layer) => layer !== handlers)
      this.#seen = ++this.#changes
    }
  }

  /** The commands that somebody acts on now, in the order of the help. */
  get available(): Command[] {
    void this.#seen
    return COMMANDS.filter((command) => this.#layers.some((layer) => layer[command]))
  }

  /** Gives a command as if its key had been pressed. Answers whether anybody acted on it. */
  give(command: Command): boolean {
    for (const layer of this.#layers.toReversed()) {
      const handler = layer[command]
      if (handler && handler() !== false) return true
    }
    return false
  }

  /** Listens on a window until the returned function is called. */
  listen(window: Window): () => void {
    const press = (event: KeyboardEvent) => this.press(event)
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }

  /** Acts on a key that was pressed. */
  press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || LONELY.has(event.key)) return
    const stroke = this.#stroke(event)
    const sequence = event.timeStamp < this.#pendingUntil ? `${this.#pending} ${stroke}` : ''
    this.#pending = ''
    this.#pendingUntil = 0
    // A key may mean several things: the first of them that somebody acts on here.
    const meant = COMMANDS.filter((c) => {
      const { keys } = binding(c)
      return (keys.includes(sequence) || keys.includes(stroke)) && this.#mayFire(c, stroke, event)
    })
    if (meant.some((command) => this.give(command))) {
      event.preventDefault()
      return
    }
    if (COMMANDS.some((c) => binding(c).keys.some((k) => k.startsWith(`${stroke} `))) && !isBusy(event)) {
      this.#pending = stroke
      this.#pendingUntil = event.timeStamp + SEQUENCE_MS
    }
  }

  #mayFire(command: Command, stroke: string, event: KeyboardEvent): boolean {
    if (ALWAYS.includes(command)) return true
    if (inDialog()) return false
    if (isTyping(event.target)) return stroke.startsWith('mod+') && !TEXT_STROKES.includes(stroke)
    // Enter presses the button that has the focus, whatever the list would do with it.
    return !(stroke === 'Enter' && event.target instanceof Element && event.target.closest('button, a, summary, [role=button]'))
  }

  #stroke(event: KeyboardEvent): string {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const letter = key.length > 1 || key !== event.key.toUpperCase() || /\d/.test(key)
    const parts = []
    if (this.mac ? event.metaKey : event.ctrlKey) parts.push('mod')
    if (event.altKey) parts.push('alt')
    // "?" and "/" need Shift on some keyboards and not on others: there the sign itself is the key.
    if (event.shiftKey && letter) parts.push('shift')
    return [...parts, key].join('+')
  }
}

const LONELY = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'Dead', 'Process', 'Unidentified'])

// A text field undoes, selects and moves by itself.
const TEXT_STROKES = ['mod+z', 'mod+shift+z', 'mod+y', 'mod+a']

function isBusy(event: KeyboardEvent): boolean {
  return isTyping(event.target) || inDialog()
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}

// A dialog or a menu that is open takes every key.
function inDialog(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null
}
