import type { Picture, PictureGroup, PictureTie } from '../../api/views'
import { type Key, called, list, number, t } from '../../i18n/i18n.svelte'

/** How a group is called: by its name, or by who knows most of its people. */
export function groupName(group: PictureGroup): string {
  return group.name || t('circle.around' as Key, { name: called(group.around) })
}

const INVERSE: Record<string, string> = {
  parent: 'child', child: 'parent', manager: 'report', report: 'manager', client: 'contractor', contractor: 'client',
  assistant: 'assists', assists: 'assistant', introduced: 'introduced-by', 'introduced-by': 'introduced',
}

const THINGS = ['organisation', 'former', 'topic', 'event', 'tag']

/** What a line says, seen from where it begins, or from its other end. */
export function tieWords(tie: PictureTie, seen: 'forth' | 'back'): string {
  if (tie.word) return tie.word
  if (THINGS.includes(tie.kind)) return t(`picture.tie.${tie.kind}` as Key)
  const kind = seen === 'forth' ? tie.kind : (INVERSE[tie.kind] ?? tie.kind)
  return t(`connection.kind.${kind}` as Key)
}

/** One end of a line, as the other end sees it. */
export interface Neighbour {
  node: number
  what: string
}

/** Whom everybody is connected with, in the order of the picture, and how. */
export function neighboursOf(picture: Picture): Neighbour[][] {
  const all: Neighbour[][] = picture.nodes.map(() => [])
  picture.from.forEach((from, edge) => {
    const to = picture.to[edge] ?? 0
    const tie = picture.ties[picture.tie[edge] ?? 0]
    if (!tie) return
    all[from]?.push({ node: to, what: tieWords(tie, 'forth') })
    all[to]?.push({ node: from, what: tieWords(tie, 'back') })
  })
  return all
}

// More than these nobody hears out.
const TOLD = 40

/** Tells in one sentence whom somebody is connected with. */
export function tiesSentence(picture: Picture, neighbours: Neighbour[]): string {
  if (neighbours.length === 0) return t('picture.list.alone')
  const told = neighbours.slice(0, TOLD).map(({ node, what }) =>
    t('picture.list.tie', { name: called(picture.nodes[node]?.name ?? ''), what }),
  )
  const rest = neighbours.length - told.length
  if (rest > 0) told.push(number(rest))
  return t('picture.list.ties', { whom: list(told) })
}
