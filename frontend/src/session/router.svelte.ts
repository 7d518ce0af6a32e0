/** A place in the window: "#/people/5?tag=Chor" is the path ["people", "5"] with one parameter. */
export interface Route {
  path: string[]
  params: URLSearchParams
}

/** Answers whether the window may leave the place it is at, after asking the person where there is something to lose. */
export type Guard = () => Promise<boolean>

// As far back as anybody remembers the way.
const TRAIL = 50

/** Knows where the window is. Hash routes need no server and let the back button work. */
export class Router {
  route = $state.raw<Route>({ path: [], params: new URLSearchParams() })
  #window: Window
  /** Who is asked before the window goes elsewhere, who came last first. */
  #guards: Guard[] = []
  #hash: string
  /** The places that led here, the last one last. */
  #trail: string[] = []
  #last = $state.raw<Record<string, string>>({})
  #left = $state.raw('')

  constructor(window: Window) {
    this.#window = window
    this.#hash = window.location.hash
    this.route = parse(this.#hash)
  }

  /** Follows the address until the returned function is called. */
  follow(): () => void {
    const changed = () => void this.#changed()
    this.#window.addEventListener('hashchange', changed)
    return () => this.#window.removeEventListener('hashchange', changed)
  }

  /** Goes to a place, "#/people/5". Where a guard objects the window stays, and the answer is false. */
  async go(hash: string): Promise<boolean> {
    if (!(await this.#allowed(hash))) return false
    this.#window.location.hash = hash
    this.#arrive()
    return true
  }

  /** Goes to a place without leaving a step to go back to, as one does with every letter of a search. */
  async replace(hash: string): Promise<boolean> {
    if (!(await this.#allowed(hash))) return false
    this.#window.history.replaceState(null, '', hash)
    this.#arrive('stay')
    return true
  }

  /** The place that led here; undefined where the window began. */
  get from(): Route | undefined {
    const last = this.#trail.at(-1)
    return last === undefined ? undefined : parse(last)
  }

  /** The place where the window was just before, also when it went back from there; "" where it began. */
  get left(): string {
    return this.#left
  }

  /** Goes back to where the window came from, or to another place where it came from nowhere. */
  async back(otherwise: string): Promise<boolean> {
    return this.go(this.#trail.at(-1) ?? otherwise)
  }

  /** Where the person was when they last saw a screen, so that it is found again as it was left. */
  last(screen: string): string {
    return this.#last[screen] ?? `#/${screen}`
  }

  /** Where a screen is come to: as it was left, and from within it at its beginning. */
  toward(screen: string): string {
    return this.route.path[0] === screen ? `#/${screen}` : this.last(screen)
  }

  /** Lets a guard be asked before the window goes elsewhere. Returns what removes it. A form above a screen is asked before the screen. */
  guard(guard: Guard): () => void {
    this.#guards.push(guard)
    return () => {
      this.#guards = this.#guards.filter((one) => one !== guard)
    }
  }

  /** There may be something to lose here: a guard wants to be asked. */
  get guarded(): boolean {
    return this.#guards.length > 0
  }

  /** Tells whether the window may close, after asking the person where there is something to lose. */
  async mayClose(): Promise<boolean> {
    for (const guard of [...this.#guards].reverse()) {
      if (!(await guard())) return false
    }
    return true
  }

  async #changed(): Promise<void> {
    const wanted = this.#window.location.hash
    if (wanted === this.#hash) return
    if (this.guarded) {
      // The back button has moved already; the address returns to where the window still is until the guards have answered.
      this.#window.history.replaceState(null, '', this.#hash || '#')
      if (!(await this.#allowed(wanted))) return
      this.#window.location.hash = wanted
    }
    this.#arrive()
  }

  // A place with the same path differs in its parameters only: nothing on screen is given up for it.
  async #allowed(hash: string): Promise<boolean> {
    if (!this.guarded || parse(hash).path.join('/') === this.route.path.join('/')) return true
    if (!(await this.mayClose())) return false
    this.#guards = []
    return true
  }

  #arrive(step: 'step' | 'stay' = 'step'): void {
    const from = this.#hash
    this.#hash = this.#window.location.hash
    if (from !== this.#hash) this.#left = from
    if (step === 'step' && from !== this.#hash) {
      if (this.#trail.at(-1) === this.#hash) this.#trail.pop()
      else this.#trail = [...this.#trail, from].slice(-TRAIL)
    }
    this.route = parse(this.#hash)
    const screen = this.route.path[0]
    if (screen) this.#last = { ...this.#last, [screen]: this.#hash }
  }
}

/** Writes a place: hash(['people', 5], { tag: ['Chor'] }) is "#/people/5?tag=Chor". */
export function hash(path: (string | number)[], params: Record<string, string | number | string[]> = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [String(value)]) if (one) search.append(name, one)
  }
  const query = search.toString()
  return `#/${path.map((part) => encodeURIComponent(part)).join('/')}${query && `?${query}`}`
}

function parse(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  return { path: path.split('/').filter(Boolean).map(decode), params: new URLSearchParams(query) }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
