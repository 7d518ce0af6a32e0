import { ColourBy, NodeKind, type PictureForm } from '../../api/views'
import { type Route, hash } from '../../session/router.svelte'

/** What the address says about the picture: around whom, how far, coloured by what, with what beside people. */
export interface Place {
  /** 'all' is the whole network, undefined me. */
  centre: number | 'all' | undefined
  steps: number
  colour: ColourBy
  kinds: NodeKind[]
  alone: boolean
  as: 'picture' | 'list'
}

const COLOURS = Object.values(ColourBy)

/** What can be drawn beside people. */
export const KINDS = [NodeKind.Organisation, NodeKind.Topic, NodeKind.Event, NodeKind.Tag]

/** Reads an address. What makes no sense in it is left out. */
export function placeOf({ path, params }: Route): Place {
  const steps = Number(params.get('steps'))
  const colour = params.get('colour') as ColourBy
  return {
    centre: path[1] === 'all' ? 'all' : Number(path[1]) || undefined,
    steps: steps >= 1 && steps <= 3 ? steps : 2,
    colour: COLOURS.includes(colour) ? colour : ColourBy.Circle,
    kinds: KINDS.filter((kind) => params.getAll('kind').includes(kind)),
    alone: params.has('alone'),
    as: params.get('as') === 'list' ? 'list' : 'picture',
  }
}

/** Writes an address. */
export function addressOf({ centre, steps, colour, kinds, alone, as }: Place): string {
  return hash(centre === undefined ? ['network'] : ['network', centre], {
    steps: steps === 2 ? '' : steps,
    colour: colour === ColourBy.Circle ? '' : colour,
    kind: kinds,
    alone: alone ? '1' : '',
    as: as === 'list' ? 'list' : '',
  })
}

/** The question for the picture of a place; undefined where nobody is in the middle yet. */
export function formOf(place: Place, me: number): PictureForm | undefined {
  const centre = place.centre ?? (me || undefined)
  if (centre === undefined) return undefined
  return { centre: centre === 'all' ? 0 : centre, steps: place.steps, kinds: place.kinds, colour: place.colour, alone: place.alone }
}
