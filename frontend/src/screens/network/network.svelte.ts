import type { Arranging, Connection, Person, PersonRow, Picture, PictureGroup, PictureNode } from '../../api/views'
import { NodeKind } from '../../api/views'
import type { Drawing } from '../../graph/drawing'
import { called, t } from '../../i18n/i18n.svelte'
import { Finder, peopleLike } from '../../session/finder.svelte'
import { Job } from '../../session/job.svelte'
import { type Route, hash } from '../../session/router.svelte'
import type { Session } from '../../session/session.svelte'
import { type Place, addressOf, formOf, placeOf } from './place'
import { type Neighbour, groupName, neighboursOf } from './words'

/** A stretch of the list twin: everybody of one group. */
export interface Stretch {
  title: string
  nodes: number[]
}

const FOUND = 12

/** Decides what the network shows, in the picture and in the list alike, and who is open and chosen in it. */
export class NetworkController {
  place = $state.raw<Place>(placeOf({ path: [], params: new URLSearchParams() }))
  picture = $state.raw<Picture | undefined>()
  me = $state(0)
  /** The name of who stands in the middle. */
  middle = $state('')
  /** Nobody is in the middle, since the book does not know yet who sits here. */
  asking = $state(false)
  /** The key of who is open beside the picture. */
  open = $state.raw<string | undefined>()
  chosen = $state.raw<ReadonlySet<string>>(new Set())
  /** The group that stands out, -1 for none. */
  group = $state(-1)
  /** Where everybody is on their way, while they find their places. */
  arranging = $state.raw<Arranging | undefined>()
  /** Finds who is in the book and not in the picture. */
  readonly finder: Finder
  readonly job: Job
  readonly #session: Session
  #revision = -1
  #asked = 0

  constructor(session: Session) {
    this.#session = session
    this.job = new Job(session.api)
    this.finder = new Finder(session, (text) => this.#elsewhere(text))
  }

  /** Whom everybody is connected with. */
  neighbours: Neighbour[][] = $derived.by(() => (this.picture ? neighboursOf(this.picture) : []))

  /** What is drawn. */
  drawing: Drawing | undefined = $derived.by(() => {
    const { picture } = this
    if (!picture) return undefined
    return {
      dots: picture.nodes.map((node) => ({ ...node, name: called(node.name) })),
      x: [...picture.x],
      y: [...picture.y],
      from: picture.from,
      to: picture.to,
      groups: picture.groups.map((group) => ({ colour: group.colour, title: groupName(group) })),
      middle: picture.nodes.find(({ person, step }) => this.centre !== 0 && step === 0 && person === this.centre)?.key ?? '',
    }
  })

  /** The same as a list: the groups, largest first, then who is in none, then what is no person. */
  list: Stretch[] = $derived.by(() => {
    const { picture } = this
    if (!picture) return []
    const inGroups: number[][] = picture.groups.map(() => [])
    const rest: number[] = []
    const things: number[] = []
    picture.nodes.forEach(({ kind, group }, node) => {
      if (kind !== NodeKind.Person) things.push(node)
      else (inGroups[group] ?? rest).push(node)
    })
    const named = inGroups.map((nodes, i) => ({ title: groupName(picture.groups[i] as PictureGroup), nodes }))
    const tail = [
      { title: picture.groups.length > 0 ? t('picture.legend.rest') : t('frame.people'), nodes: rest },
      { title: t('picture.also'), nodes: things },
    ]
    return [...named, ...tail].filter(({ nodes }) => nodes.length > 0)
  })

  /** Who is in the middle, 0 for the whole network. */
  get centre(): number {
    return formOf(this.place, this.me)?.centre ?? 0
  }

  get title(): string {
    if (this.centre === 0 && !this.asking) return t('picture.whole')
    return this.picture && !this.asking ? t('picture.around', { name: called(this.middle) }) : t('picture.title')
  }

  /** Nobody in it is connected with anybody. */
  get lonely(): boolean {
    return this.picture !== undefined && this.picture.from.length === 0 && !(this.place.alone && this.picture.nodes.length > 0)
  }

  /** The picture belongs to another state of the book, or to another place. */
  get stale(): boolean {
    return this.#revision !== this.#session.revision
  }

  get openNode(): PictureNode | undefined {
    return this.picture?.nodes.find(({ key }) => key === this.open)
  }

  /** The people among those chosen, else who is open. */
  get subject(): number[] {
    const keys = this.chosen.size > 0 ? this.chosen : new Set(this.open ? [this.open] : [])
    return this.picture?.nodes.flatMap(({ key, person }) => (keys.has(key) && person ? [person] : [])) ?? []
  }

  /** Takes up the place that the window went to. */
  async take(route: Route): Promise<void> {
    const before = JSON.stringify({ ...this.place, as: '' })
    const place = placeOf(route)
    const moved = JSON.stringify({ ...place, as: '' }) !== before
    this.place = place
    if (moved) this.group = -1
    if (moved || !this.picture) await this.read()
  }

  /** Reads the picture, and lets it settle where it has not yet. */
  async read(): Promise<void> {
    const asked = ++this.#asked
    this.#revision = this.#session.revision
    const { network } = this.#session.api
    await this.#session.attempt(async () => {
      await this.job.cancel()
      this.me = await network.me()
      const form = formOf(this.place, this.me)
      this.asking = form === undefined
      if (!form) {
        this.picture = undefined
        return
      }
      const picture = await network.picture(form)
      if (asked !== this.#asked) return
      this.#show(picture)
      if (!picture.settled) await this.#arrange((job) => network.arrange(job, form))
    })
  }

  /** Arranges everybody anew, but for those who were put somewhere by hand. */
  async rearrange(): Promise<void> {
    const form = formOf(this.place, this.me)
    if (form) await this.#session.attempt(() => this.#arrange((job) => this.#session.api.network.rearrange(job, form)))
  }

  /** Goes to another picture. The address keeps it. */
  async go(change: Partial<Place>, step: 'step' | 'stay' = 'stay'): Promise<void> {
    const { router } = this.#session
    const address = addressOf({ ...this.place, ...change })
    await (step === 'step' ? router.go(address) : router.replace(address))
  }

  /** Says which person one is, and draws the network around them. */
  async be(person: number): Promise<void> {
    await this.#session.attempt(() => this.#session.api.network.setMe(person))
    this.me = person
    if (person === 0) this.picture = undefined
    await this.go({ centre: undefined }, 'step')
    await this.read()
  }

  /** Keeps where somebody was put by hand. */
  async put(key: string, at: { x: number; y: number }, pinned: boolean): Promise<void> {
    const form = formOf(this.place, this.me)
    const node = this.picture?.nodes.findIndex((one) => one.key === key) ?? -1
    if (!form || !this.picture || node < 0) return
    const { x, y, nodes } = this.picture
    this.picture = {
      ...this.picture,
      x: x.with(node, at.x),
      y: y.with(node, at.y),
      nodes: nodes.with(node, { ...(nodes[node] as PictureNode), pinned }),
    }
    await this.#session.attempt(() => this.#session.api.network.place(form, [{ key, ...at, pinned }]))
  }

  /** Lets somebody go who was put somewhere by hand. Answers whether there was one. */
  release(key: string | undefined): boolean {
    const node = this.picture?.nodes.findIndex((one) => one.key === key && one.pinned) ?? -1
    if (node < 0 || !this.picture || key === undefined) return false
    void this.put(key, { x: this.picture.x[node] ?? 0, y: this.picture.y[node] ?? 0 }, false).then(() => this.read())
    return true
  }

  /** Goes to the screen of an organisation or a topic. Answers whether it is one. */
  openThing(key: string | undefined): boolean {
    const node = this.picture?.nodes.find((one) => one.key === key)
    const screen = node?.kind === NodeKind.Organisation ? 'organisations' : node?.kind === NodeKind.Topic ? 'topics' : undefined
    if (node && screen) void this.#session.router.go(hash([screen, node.name]))
    return screen !== undefined
  }

  /** Chooses these beside those who are, or anew. */
  choose(keys: string[]): void {
    this.chosen = new Set([...this.chosen, ...keys])
  }

  /** Chooses somebody, or no longer. */
  toggle(key: string | undefined): boolean {
    if (key === undefined) return false
    const chosen = new Set(this.chosen)
    if (!chosen.delete(key)) chosen.add(key)
    this.chosen = chosen
    return true
  }

  /** Names a circle; "" takes the name back. */
  async name(group: PictureGroup, name: string): Promise<void> {
    if (name.trim() === (group.given ? group.name : '')) return
    await this.#session.change(() => this.#session.api.network.nameCircle(group.member, name.trim()))
  }

  /** Asks where to and draws the picture into a file, in the colours that the page has. */
  async save(format: 'svg' | 'png'): Promise<void> {
    const form = formOf(this.place, this.me)
    if (!form) return
    const dark = document.documentElement.dataset.theme === 'dark'
    const { network } = this.#session.api
    const file = await this.#session.attempt(() => this.job.run((job) => network.savePicture(job, form, { format, dark })))
    if (file?.path) {
      this.#session.notices.say(() => t('picture.saved', { file: file.path.split(/[\\/]/).at(-1) ?? file.path }), {
        label: t('picture.show'),
        run: () => void this.#session.attempt(() => this.#session.api.shell.showFile(file.path)),
      })
    }
  }

  /** Who and what of the picture fits what is typed, best first. */
  get here(): PictureNode[] {
    const wanted = folded(this.finder.typed.trim())
    if (!wanted || !this.picture) return []
    const fits = this.picture.nodes.filter(({ name }) => folded(name).includes(wanted))
    const begins = ({ name }: PictureNode) => Number(folded(name).split(/\s+/).some((word) => word.startsWith(wanted)))
    return fits.sort((a, b) => begins(b) - begins(a)).slice(0, FOUND)
  }

  /** Tells whoever hears the picture who that is. */
  told(key: string | undefined): string {
    const node = this.picture?.nodes.findIndex((one) => one.key === key) ?? -1
    const one = this.picture?.nodes[node]
    return one ? t('picture.walk', { name: called(one.name), n: this.neighbours[node]?.length ?? 0 }) : ''
  }

  async #elsewhere(text: string): Promise<PersonRow[]> {
    const found = text.trim() || this.asking ? await peopleLike(this.#session, text) : []
    const shown = new Set(this.picture?.nodes.map(({ person }) => person))
    return found.filter(({ id }) => !shown.has(id)).slice(0, FOUND)
  }

  async #arrange(work: (job: string) => Promise<Picture>): Promise<void> {
    const asked = this.#asked
    const stop = this.#session.api.events.arranging((arranging) => {
      const late = arranging.seq <= (this.arranging?.seq ?? -1)
      if (asked === this.#asked && !late && arranging.revision === this.picture?.revision) this.arranging = arranging
    })
    try {
      const picture = await this.job.run(work)
      if (asked === this.#asked) this.#show(picture)
    } finally {
      stop()
      this.arranging = undefined
    }
  }

  #show(picture: Picture): void {
    this.picture = picture
    this.middle = picture.nodes.find(({ person }) => person !== 0 && person === this.centre)?.name ?? ''
    const here = new Set(picture.nodes.map(({ key }) => key))
    this.chosen = new Set([...this.chosen].filter((key) => here.has(key)))
    if (this.open && !here.has(this.open)) this.open = undefined
  }
}

/** Reads who is shown beside the picture. */
export class BesideController {
  person = $state.raw<Person | undefined>()
  connections = $state.raw<Connection[]>([])
  readonly #session: Session
  #asked = 0

  constructor(session: Session) {
    this.#session = session
  }

  /** What they do where, in one line. */
  get work(): string {
    return [this.person?.title, this.person?.organisation].filter(Boolean).join(' · ')
  }

  async read(id: number): Promise<void> {
    const asked = ++this.#asked
    const { people, network } = this.#session.api
    const read = await this.#session.attempt(() => Promise.all([people.read(id), network.connections(id)]))
    if (asked !== this.#asked || !read) return
    ;[this.person, this.connections] = read
  }
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}

