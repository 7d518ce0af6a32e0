import type { Section } from './rows'

/** A place of the letter bar: a section, or several that have no room of their own. */
export interface Stop {
  label: string
  /** The last section it stands for, "" where it is the only one. */
  until: string
  offset: number
  /** The first row behind it. */
  end: number
}

/**
 * Chooses what a bar with room for so many places shows: all sections where they fit, else those with the most rows, and a dot
 * for each run of others between them.
 */
export function stops(sections: Section[], count: number, room: number): Stop[] {
  const all = sections.map((section, i) => ({
    label: section.label,
    until: '',
    offset: section.offset,
    end: sections[i + 1]?.offset ?? count,
  }))
  if (all.length <= room) return all
  const bySize = all.toSorted((a, b) => b.end - b.offset - (a.end - a.offset))
  // Every section that is left out may need a dot beside it, so room is tried from above.
  for (let kept = room; kept > 0; kept--) {
    const chosen = new Set(bySize.slice(0, kept))
    const found = gathered(all, (stop) => chosen.has(stop))
    if (found.length <= room) return found
  }
  return []
}

function gathered(all: Stop[], chosen: (stop: Stop) => boolean): Stop[] {
  const found: Stop[] = []
  let run: Stop | undefined
  for (const stop of all) {
    if (chosen(stop)) {
      found.push(stop)
      run = undefined
    } else if (run) {
      run.until = stop.label
      run.end = stop.end
    } else {
      run = { ...stop }
      found.push(run)
    }
  }
  return found
}

/** The place that what is typed leads to: the first that begins with it, else the one that would hold it; -1 where there is none. */
export function stopOf(list: Stop[], typed: string): number {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleUpperCase()
  const wanted = plain(typed)
  const exact = list.findIndex((stop) => plain(stop.label) === wanted)
  if (exact >= 0) return exact
  return list.findIndex((stop) => stop.until !== '' && plain(stop.label) <= wanted && wanted <= plain(stop.until))
}
