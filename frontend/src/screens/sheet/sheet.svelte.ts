import type { Api } from '../../api/api'
import { failureOf, type Failure } from '../../api/failure'
import type { PersonQuery, SheetFields, SheetForm, SheetPreview, WrittenFile } from '../../api/views'
import type { LastSheet } from './last'

/** A way to arrange the people on paper. */
export type Layout = 'list' | 'cards' | 'pocket'

export const LAYOUTS: Layout[] = ['list', 'cards', 'pocket']
export const PAPERS = ['A4', 'Letter'] as const
export const LANGUAGES = ['de', 'en'] as const

/** What a layout can print of a person, in the order of the form. */
export const FIELDS: Record<Layout, (keyof SheetFields)[]> = {
  list: ['photo', 'role', 'organisation', 'phone', 'email', 'address', 'birthday', 'tags', 'tick', 'line', 'note'],
  cards: ['photo', 'role', 'organisation', 'phone', 'email', 'address', 'birthday', 'tags', 'tick', 'line', 'qr', 'note'],
  pocket: ['photo', 'role', 'organisation', 'phone', 'email', 'address', 'birthday', 'tags', 'tick', 'line', 'qr', 'note'],
}

// Long enough to finish a word, short enough to be seen as an answer to it.
const PAUSE_MS = 350

/** Draws the contact sheet as the person describes it, and writes it. */
export class SheetController {
  form = $state.raw<SheetForm>() as SheetForm
  preview = $state.raw<SheetPreview>()
  /** True from a change on until its pages are here. */
  drawing = $state(false)
  /** Which of the two ways out is being gone. */
  busy = $state<'save' | 'open'>()
  failure = $state.raw<Failure>()
  readonly #api: Pick<Api, 'sheets'>
  readonly #last: LastSheet
  #round = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(api: Pick<Api, 'sheets'>, query: PersonQuery, last: LastSheet, defaults: { language: string; introduction: string }) {
    this.#api = api
    this.#last = last
    const { layout, paper, lang, title, date, place, fields } = last.read()
    this.form = {
      query,
      layout: layout ?? 'list',
      paper: paper ?? 'A4',
      lang: lang ?? defaults.language,
      title: title ?? '',
      date: date ?? '',
      place: place ?? '',
      introduction: defaults.introduction,
      fields: fields?.[layout ?? 'list'] ?? NO_FIELDS,
    }
  }

  get layout(): Layout {
    return this.form.layout as Layout
  }

  /** Draws the first preview. */
  async begin(): Promise<void> {
    this.drawing = true
    await this.choose(this.layout)
  }

  /** Changes the layout. What is printed is what that layout printed last, or else what suits it. */
  async choose(layout: Layout): Promise<void> {
    try {
      const fields = this.#last.read().fields?.[layout] ?? (await this.#api.sheets.fields(layout))
      this.form = { ...this.form, layout, fields }
      this.#last.write(this.form)
      await this.draw()
    } catch (reason) {
      this.failure = failureOf(reason)
      this.drawing = false
    }
  }

  /** Changes a part of the sheet. It is drawn after a short pause, so that one can type. */
  change(part: Partial<Omit<SheetForm, 'layout' | 'fields' | 'query'>>): void {
    this.form = { ...this.form, ...part }
    this.#soon()
  }

  print(field: keyof SheetFields, printed: boolean): void {
    this.form = { ...this.form, fields: { ...this.form.fields, [field]: printed } }
    this.#soon()
  }

  /** Draws the sheet now. Of several drawings only the newest is shown. */
  async draw(): Promise<void> {
    clearTimeout(this.#timer)
    const round = ++this.#round
    this.drawing = true
    try {
      const preview = await this.#api.sheets.preview(this.#meant)
      if (round !== this.#round) return
      this.preview = preview
      this.failure = undefined
    } catch (reason) {
      if (round === this.#round) this.failure = failureOf(reason)
    }
    if (round === this.#round) this.drawing = false
  }

  /** Writes the sheet where the person says. Undefined when they closed the dialog or it did not work. */
  save(): Promise<WrittenFile | undefined> {
    return this.#write('save')
  }

  /** Writes the sheet to a temporary file and opens it with the system's viewer. */
  open(): Promise<WrittenFile | undefined> {
    return this.#write('open')
  }

  /** Forgets the drawing that is still to come. */
  leave(): void {
    clearTimeout(this.#timer)
    this.#round++
  }

  // The introduction is kept while another layout is looked at, and printed only where it can be seen in the form.
  get #meant(): SheetForm {
    return this.layout === 'pocket' ? this.form : { ...this.form, introduction: '' }
  }

  async #write(verb: 'save' | 'open'): Promise<WrittenFile | undefined> {
    this.busy = verb
    try {
      const file = await this.#api.sheets[verb](this.#meant)
      return file.path ? file : undefined
    } catch (reason) {
      this.failure = failureOf(reason)
      return undefined
    } finally {
      this.busy = undefined
    }
  }

  #soon(): void {
    this.#last.write(this.form)
    this.drawing = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.draw(), PAUSE_MS)
  }
}

const NO_FIELDS: SheetFields = {
  photo: false,
  role: false,
  organisation: false,
  phone: false,
  email: false,
  tags: false,
  tick: false,
  line: false,
  address: false,
  birthday: false,
  note: false,
  qr: false,
}
