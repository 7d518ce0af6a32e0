/** The colours and letters that a picture is drawn with, taken from the page's tokens. */
export interface Ink {
  paper: string
  ink: string
  faint: string
  line: string
  accent: string
  hues: string[]
  text: string
  head: string
}

const HUES = 8

/** Reads the tokens that hold now: in the other theme they are others. */
export function readInk(element: Element): Ink {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    paper: token('paper'),
    ink: token('ink'),
    faint: token('ink-3'),
    line: token('line-strong'),
    accent: token('accent'),
    hues: Array.from({ length: HUES }, (_, i) => token(`hue-${i + 1}`)),
    text: token('text'),
    head: token('head'),
  }
}

/** The colour of a group, "hue-3"; the faint ink for whoever is in none. */
export function colourOf(ink: Ink, hue: string | undefined): string {
  return ink.hues[Number(hue?.replace('hue-', '')) - 1] ?? ink.faint
}

/** Mixes two colours written #rrggbb: share 0 is the first, 1 the second. */
export function mix(one: string, other: string, share: number): string {
  const [a, b] = [parts(one), parts(other)]
  const mixed = a.map((value, i) => Math.round(value + ((b[i] ?? value) - value) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function parts(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) || 0)
}
