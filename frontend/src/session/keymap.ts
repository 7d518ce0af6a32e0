/** Where a command is listed in the help. */
export type Group = 'general' | 'go' | 'list' | 'person' | 'picture' | 'event'

/**
 * A key and what it does. Keys are written "mod+shift+z" (mod is Ctrl, on a Mac Cmd) or as two strokes, "g p". The words are
 * "keys.<name>" of the catalogue. The palette offers what has a place in it and is of use where the person is.
 */
export interface Binding {
  keys: string[]
  group: Group
  palette?: true
}

/** Every key of the window, in the order in which the help lists them. */
export const KEYMAP = {
  palette: { keys: ['mod+k'], group: 'general' },
  help: { keys: ['?', 'F1'], group: 'general', palette: true },
  undo: { keys: ['mod+z'], group: 'general', palette: true },
  redo: { keys: ['mod+shift+z', 'mod+y'], group: 'general', palette: true },
  addEvent: { keys: ['mod+n'], group: 'event', palette: true },
  add: { keys: ['mod+n'], group: 'general', palette: true },
  import: { keys: ['mod+i'], group: 'general', palette: true },
  export: { keys: ['mod+e'], group: 'general', palette: true },
  sheet: { keys: ['mod+p'], group: 'general', palette: true },
  back: { keys: ['Escape'], group: 'general' },
  quit: { keys: ['mod+q'], group: 'general', palette: true },

  goToday: { keys: ['g h'], group: 'go', palette: true },
  goPeople: { keys: ['g p'], group: 'go', palette: true },
  goQuestions: { keys: ['g q'], group: 'go', palette: true },
  goReview: { keys: ['g r'], group: 'go', palette: true },
  goNetwork: { keys: ['g n'], group: 'go', palette: true },
  goEvents: { keys: ['g e'], group: 'go', palette: true },
  goMe: { keys: ['g m'], group: 'go', palette: true },
  goTidy: { keys: ['g t'], group: 'go', palette: true },
  goLetter: { keys: ['g l'], group: 'go', palette: true },
  goSettings: { keys: ['g s', 'mod+,'], group: 'go', palette: true },

  search: { keys: ['/', 'mod+f'], group: 'list' },
  next: { keys: ['j', 'ArrowDown'], group: 'list' },
  previous: { keys: ['k', 'ArrowUp'], group: 'list' },
  first: { keys: ['Home'], group: 'list' },
  last: { keys: ['End'], group: 'list' },
  pageDown: { keys: ['PageDown'], group: 'list' },
  pageUp: { keys: ['PageUp'], group: 'list' },
  open: { keys: ['Enter'], group: 'list' },
  mark: { keys: ['x'], group: 'list' },
  markDown: { keys: ['shift+ArrowDown', 'shift+j'], group: 'list' },
  markUp: { keys: ['shift+ArrowUp', 'shift+k'], group: 'list' },
  markAll: { keys: ['mod+a'], group: 'list' },

  merge: { keys: ['shift+m'], group: 'list', palette: true },
  distinct: { keys: ['d'], group: 'list' },
  putOff: { keys: ['w'], group: 'list' },

  tag: { keys: ['t'], group: 'person', palette: true },
  topic: { keys: ['i'], group: 'person', palette: true },
  showNetwork: { keys: ['n'], group: 'person', palette: true },
  connect: { keys: ['l'], group: 'person', palette: true },
  how: { keys: ['h'], group: 'person', palette: true },
  encounter: { keys: ['e'], group: 'person', palette: true },
  thread: { keys: ['f'], group: 'person', palette: true },
  threadDone: { keys: ['d'], group: 'person', palette: true },
  edit: { keys: ['F2'], group: 'person', palette: true },
  reach: { keys: ['r'], group: 'person', palette: true },
  copy: { keys: ['c'], group: 'person' },
  mail: { keys: ['m'], group: 'person', palette: true },
  call: { keys: ['p'], group: 'person', palette: true },
  delete: { keys: ['Delete'], group: 'person', palette: true },
  save: { keys: ['mod+Enter', 'mod+s'], group: 'person' },
  manageTags: { keys: ['shift+t'], group: 'list', palette: true },

  zoomIn: { keys: ['+', '='], group: 'picture' },
  zoomOut: { keys: ['-'], group: 'picture' },
  zoomWhole: { keys: ['0'], group: 'picture' },
  lasso: { keys: ['s'], group: 'picture', palette: true },
  unpin: { keys: ['u'], group: 'picture', palette: true },
  asList: { keys: ['v'], group: 'picture', palette: true },

  addGuests: { keys: ['a'], group: 'event', palette: true },
  stepGuests: { keys: ['g 1'], group: 'event', palette: true },
  stepCoffees: { keys: ['g 2'], group: 'event', palette: true },
  stepSite: { keys: ['g 3'], group: 'event', palette: true },
  stepAfter: { keys: ['g 4'], group: 'event', palette: true },
  yes: { keys: ['1'], group: 'event' },
  no: { keys: ['2'], group: 'event' },
  unsure: { keys: ['3'], group: 'event' },
  coffee: { keys: ['c', 'x'], group: 'event' },
  remark: { keys: ['n'], group: 'event' },
} as const satisfies Record<string, Binding>

/** The name of something that a key does. */
export type Command = keyof typeof KEYMAP

/** Every command, in the order of the help. */
export const COMMANDS = Object.keys(KEYMAP) as Command[]

/** The binding of a command. */
export function binding(command: Command): Binding {
  return KEYMAP[command]
}
