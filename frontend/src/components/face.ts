const HUES = 8

/** The hue of a name, 1 to 8: the same name has the same one everywhere and always. */
export function hueOf(name: string): number {
  let sum = 0
  for (const char of name.normalize('NFC')) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) >>> 0
  return (sum % HUES) + 1
}

/**
 * The letters that stand for a name where there is no picture: the first of the first and of the last word; of a name
 * without words, as Chinese ones are, the first two signs. What joins its letters, as Arabic does, gives one, since two of
 * them apart would not be read. "" for a name without letters.
 */
export function initialsOf(name: string): string {
  const words = name.split(/[\s,]+/u).filter((word) => /^[\p{L}\p{N}]/u.test(word) && !TITLE.test(word))
  const first = words[0]
  if (!first) return ''
  if (CJK.test(first)) return signs(words.join(''), 2)
  const last = words.length > 1 ? words.at(-1) : undefined
  if (JOINED.test(first) || !last) return signs(first, 1).toLocaleUpperCase()
  return (signs(first, 1) + signs(last, 1)).toLocaleUpperCase()
}

const TITLE = /^(dr|prof|ing|mag|dipl|med|phil)\.$/i
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const JOINED = /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Thai}]/u

// One for all faces: making it costs more than all the names of a page.
const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const LATIN = /^[\u0020-\u02ff]*$/

// The first signs as a reader counts them, with what is written above and below them.
function signs(text: string, count: number): string {
  // Most names: nothing is above or below their letters but what belongs to them, and taking them apart has a price.
  if (LATIN.test(text)) return text.slice(0, count)
  let found = ''
  for (const { segment, index } of GRAPHEMES.segment(text)) {
    if (count-- === 0 || index > 40) break
    found += segment
  }
  return found
}
