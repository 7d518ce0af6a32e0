import { filled } from '../../api/filled'
import type { ImportFile, ImportPlan, ImportRow, PersonRow, Receipt, Twin } from '../../api/views'
import { bytes, list, number, t, tOf } from '../../i18n/i18n.svelte'

/** What files are called together: by their names as long as one can take them in. */
export function namesOf(files: ImportFile[]): string {
  return files.length > 2 ? t('imports.files', { n: files.length }) : list(files.map((file) => file.name))
}

/** What was recognised of a file, in the order in which one would ask. */
export function factsOf(file: ImportFile): string[] {
  if (file.problem) return [bytes(file.bytes)]
  const version = list(file.versions)
  const facts = [
    t('imports.file.cards', { n: file.cards }),
    file.table && (file.layout ? t('imports.file.layout', { layout: tOf('table.layout', file.layout) }) : t('imports.file.table')),
    version && (file.producer ? t('imports.file.versionBy', { version, producer: file.producer }) : t('imports.file.version', { version })),
    file.encoding && t(file.guessed ? 'imports.file.encodingGuessed' : 'imports.file.encoding', { encoding: charsetName(file.encoding) }),
    bytes(file.bytes),
    file.keptColumns.length > 0 ? t('imports.file.kept', { n: file.keptColumns.length, columns: list(file.keptColumns) }) : '',
    file.repairs > 0 ? t('imports.file.repairs', { n: file.repairs }) : '',
  ]
  return facts.filter((fact) => fact !== '')
}

// The backend names charsets as the registry does, all in small letters; people know them as UTF-8 and Windows-1252.
function charsetName(encoding: string): string {
  const name = encoding.replace('_', ' ')
  return /^(utf|iso|gb|koi|euc|big)/.test(name) ? name.toUpperCase() : name.charAt(0).toUpperCase() + name.slice(1)
}

/** What was recognised of several files together. */
export function factsOfAll(files: ImportFile[]): string[] {
  const sum = (of: (file: ImportFile) => number) => files.reduce((all, file) => all + of(file), 0)
  return [t('imports.file.cards', { n: sum((file) => file.cards) }), bytes(sum((file) => file.bytes))]
}

/** What the main button will do. */
export function deedOf(plan: ImportPlan): string {
  if (plan.add > 0 && plan.merge > 0) return t('imports.run.both', { n: plan.add, merge: number(plan.merge) })
  if (plan.add > 0) return t('imports.run.add', { n: plan.add })
  if (plan.merge > 0) return t('imports.run.merge', { n: plan.merge })
  if (plan.later > 0) return t('imports.run.later', { n: plan.later })
  return t('imports.run.nothing')
}

/** Where an earlier card of the same import stands. */
export function twinOf({ file, card }: Twin): string {
  return t('imports.row.twin', { card: number(card), file })
}

/** Why a card meets somebody in the book, and whether it says something else. */
export function reasonsOf(row: ImportRow): string {
  const reasons = row.reasons.map((reason) => tOf('reason', reason.code, filled(reason.args)))
  if (row.changed) reasons.push(t('imports.row.changed'))
  return reasons.join(' · ')
}

/** Why a line could not be read. */
export function faultOf(line: ImportRow): string {
  return line.reasons.map((reason) => tOf('repair', reason.code, { text: line.detail, ...filled(reason.args) })).join(' · ')
}

/** A line that tells two people of one name apart. */
export function detailOf(person: PersonRow): string {
  return [person.title, person.organisation].filter(Boolean).join(' · ')
}

/** What an undo of an import takes away, in sentences. */
export function losesOf(receipt: Receipt): string {
  const sentences = [
    t('receipts.undo.text', { n: receipt.added }),
    receipt.merged > 0 ? t('receipts.undo.merged', { n: receipt.merged }) : '',
    receipt.standsOn > 0 ? t('receipts.undo.later', { n: receipt.standsOn }) : '',
    t('receipts.undo.back'),
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}
