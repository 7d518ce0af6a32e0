import type { NetworkApi } from '../network'
import { Failure } from '../failure'
import { ColourBy, NodeKind } from '../views'
import type { Arranging, Picture, PictureForm, PictureGroup, PictureNode, PictureTie, Place } from '../views'
import type { FakeBook } from './book'

type PictureApi = Pick<NetworkApi, 'picture' | 'arrange' | 'rearrange' | 'place' | 'savePicture' | 'nameCircle' | 'me' | 'setMe'>

/** Up to how many nodes a fake picture is settled at once. */
const SMALL = 600

/** The pictures of a fake book: everybody on one spiral, in the order of the circles. */
export function fakePictures(book: FakeBook, tell: (arranging: Arranging) => void): PictureApi {
  const places = new Map<string, Place>()
  const names = new Map<number, string>()
  const arranged = new Set<string>()
  let me = 0

  const settled = async (job: string, form: PictureForm): Promise<Picture> => {
    arranged.add(nameOf(form))
    const picture = draw(book, form, names, places)
    tell({ job, seq: 1, revision: picture.revision, done: 0.5, x: picture.x, y: picture.y })
    return picture
  }
  return {
    async picture(form) {
      const picture = draw(book, form, names, places)
      return { ...picture, settled: picture.nodes.length <= SMALL || arranged.has(nameOf(form)) }
    },
    arrange: settled,
    async rearrange(job, form) {
      for (const [key, place] of places) if (!place.pinned) places.delete(key)
      return settled(job, form)
    },
    async place(form, list) {
      for (const place of list) places.set(`${nameOf(form)} ${place.key}`, place)
    },
    savePicture: async (_job, form, file) => ({
      path: `/home/du/netz.${file.format}`,
      count: draw(book, form, names, places).nodes.length,
      pages: 0,
      missing: [],
    }),
    async nameCircle(member, name) {
      const first = Math.min(...(circlesOf(book).find((circle) => circle.includes(member)) ?? [0]))
      if (first === 0) throw new Failure('not-found')
      return book.operate(name === '' ? 'circle-unnamed' : 'circle', name, 1, () => names.set(first, name))
    },
    me: async () => (book.people.some((p) => p.id === me) ? me : 0),
    setMe: async (id) => void (me = id),
  }
}

function nameOf(form: PictureForm): string {
  return `${form.centre}/${form.steps}+${[...form.kinds].sort().join('+')}`
}

function draw(book: FakeBook, form: PictureForm, names: Map<number, string>, places: Map<string, Place>): Picture {
  const people = [...book.people].sort((a, b) => a.id - b.id)
  const groups: PictureGroup[] = []
  const groupOf = new Map<number, number>()
  const group = (key: string, name: string, around: string, given: boolean, members: number[]) => {
    const colour = `hue-${(groups.length % 8) + 1}`
    groups.push({ key, name, given, around, member: members[0] ?? 0, colour, size: members.length })
    for (const id of members) if (!groupOf.has(id)) groupOf.set(id, groups.length - 1)
  }
  if (form.colour === ColourBy.Circle) {
    for (const circle of circlesOf(book)) {
      const first = Math.min(...circle)
      const name = names.get(first) ?? ''
      group(`c:${first}`, name, name === '' ? book.person(first).name : '', name !== '', circle)
    }
  } else if (form.colour === ColourBy.Tag) {
    for (const tag of book.tags().filter((t) => t.count > 0)) {
      group(`g:${tag.name}`, tag.name, '', false, people.filter((p) => p.tags[0] === tag.name).map((p) => p.id))
    }
  } else if (form.colour === ColourBy.Organisation) {
    for (const name of new Set(people.map((p) => p.organisation).filter(Boolean))) {
      group(`o:${name}`, name, '', false, people.filter((p) => p.organisation === name).map((p) => p.id))
    }
  }

  let nodes: PictureNode[] = people.map((p) => ({
    key: `p:${p.id}`,
    kind: NodeKind.Person,
    person: p.id,
    name: p.name,
    photo: p.photo,
    pinned: false,
    group: groupOf.get(p.id) ?? -1,
    step: 0,
  }))
  const edges = book.ties.map(({ one, other, form: { kind, word, closed } }) => ({
    a: `p:${one}`,
    b: `p:${other}`,
    tie: { kind, word, closed },
  }))
  const belong = (kind: NodeKind, letter: string, name: string, members: number[], word: (id: number) => string) => {
    if (members.length < 2) return
    const key = `${letter}:${name}`
    const own = groups.findIndex((g) => g.key === key)
    nodes.push({ key, kind, person: 0, name, photo: '', pinned: false, group: own, step: 0 })
    for (const id of members) edges.push({ a: `p:${id}`, b: key, tie: { kind, word: word(id), closed: false } })
  }
  if (form.kinds.includes(NodeKind.Organisation)) {
    for (const name of new Set(people.map((p) => p.organisation).filter(Boolean))) {
      const members = people.filter((p) => p.organisation === name).map((p) => p.id)
      belong(NodeKind.Organisation, 'o', name, members, (id) => book.person(id).title)
    }
  }
  if (form.kinds.includes(NodeKind.Tag)) {
    for (const { name } of book.tags()) {
      belong(NodeKind.Tag, 'g', name, people.filter((p) => p.tags.includes(name)).map((p) => p.id), () => '')
    }
  }

  const neighbours = new Map<string, string[]>()
  for (const { a, b } of edges) {
    neighbours.set(a, [...(neighbours.get(a) ?? []), b])
    neighbours.set(b, [...(neighbours.get(b) ?? []), a])
  }
  if (form.centre !== 0) {
    const steps = reach(`p:${book.person(form.centre).id}`, form.steps, neighbours)
    nodes = nodes.filter((n) => steps.has(n.key)).map((n) => ({ ...n, step: steps.get(n.key) ?? 0 }))
  } else if (!form.alone) {
    nodes = nodes.filter((n) => neighbours.has(n.key))
  }

  const at = new Map(nodes.map((n, i) => [n.key, i]))
  const ties: PictureTie[] = []
  const numbers = new Map<string, number>()
  const picture: Picture = { revision: 1, nodes, x: [], y: [], from: [], to: [], tie: [], ties, groups, settled: true }
  for (const { a, b, tie } of edges) {
    const from = at.get(a)
    const to = at.get(b)
    if (from === undefined || to === undefined) continue
    const said = JSON.stringify(tie)
    if (!numbers.has(said)) numbers.set(said, ties.push(tie) - 1)
    picture.from.push(from)
    picture.to.push(to)
    picture.tie.push(numbers.get(said) ?? 0)
  }
  nodes.forEach((node, i) => {
    const kept = places.get(`${nameOf(form)} ${node.key}`)
    const far = form.centre === 0 ? 1.2 * Math.sqrt(i) : 3 * node.step
    const turn = i * 2.399963
    picture.x.push(kept?.x ?? far * Math.cos(turn))
    picture.y.push(kept?.y ?? far * Math.sin(turn))
    node.pinned = kept?.pinned ?? false
  })
  return picture
}

/** How far everything within so many steps is from a node. */
function reach(from: string, most: number, neighbours: Map<string, string[]>): Map<string, number> {
  const steps = new Map([[from, 0]])
  const queue = [from]
  for (const key of queue) {
    const step = steps.get(key) ?? 0
    if (step === most) continue
    for (const next of neighbours.get(key) ?? []) {
      if (steps.has(next)) continue
      steps.set(next, step + 1)
      queue.push(next)
    }
  }
  return steps
}

/** People who hang together, the largest circle first. */
function circlesOf(book: FakeBook): number[][] {
  const left = new Set(book.ties.flatMap((tie) => [tie.one, tie.other]))
  const circles: number[][] = []
  for (const first of [...left].sort((a, b) => a - b)) {
    if (!left.delete(first)) continue
    const circle = [first]
    for (const id of circle) {
      for (const { one, other } of book.ties) {
        const next = one === id ? other : other === id ? one : 0
        if (left.delete(next)) circle.push(next)
      }
    }
    circles.push(circle)
  }
  return circles.sort((a, b) => b.length - a.length)
}
