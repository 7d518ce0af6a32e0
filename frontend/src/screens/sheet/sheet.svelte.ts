import type { Api } from '../../api/api'
import { failureOf, type Failure } from '../../api/failure'
import type { PersonQuery, SheetFields, SheetForm, SheetHead, SheetPreview, WrittenFile } from '../../api/views'
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
  #head: SheetHead | undefined
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(api: Pick<Api, 'sheets'>, query: PersonQuery, last: LastSheet, defaults: { language: string; introduction: string; event?: number }) {
    this.#api = api
    this.#last = last
    const event = defaults.event ?? 0
    const { paper, lang, fields, layout = event ? 'pocket' : 'list', ...kept } = last.read()
    const { title, date, place } = event ? {} : kept
    this.form = {
      query,
      event,
      layout,
      paper: paper ?? 'A4',
      lang: lang ?? defaults.language,
      title: title ?? '',
      date: date ?? '',
      place: place ?? '',
      introduction: event ? '' : defaults.introduction,
      questions: [],
      fields: fields?.[layout] ?? NO_FIELDS,
    }
  }

  get layout(): Layout {
    return this.form.layout as Layout
  }

  /** Draws the first preview. */
  async begin(): Promise<void> {
    this.drawing = true
    try {
      await this.#readHead()
    } catch (reason) {
      this.failure = failureOf(reason)
      this.drawing = false
      return
    }
    await this.choose(this.layout)
  }

  /** Changes the language, and with it how the day of an event is written unless another one was. */
  async speak(lang: string): Promise<void> {
    this.form = { ...this.form, lang }
    if (this.form.event) await this.begin()
    else this.#soon()
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
  change(part: Partial<Omit<SheetForm, 'layout' | 'lang' | 'fields' | 'query' | 'event'>>): void {
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

  /** Writes the cards of the coffees for a phone where the person says. Undefined when they closed the dialog or it did not work. */
  async saveCards(): Promise<WrittenFile | undefined> {
    try {
      const file = await this.#api.sheets.saveCards(this.form.event, this.form.title)
      return file.path ? file : undefined
    } catch (reason) {
      this.failure = failureOf(reason)
      return undefined
    }
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

  /** My introduction is printed. */
  get introduced(): boolean {
    return this.layout === 'pocket' || this.form.event !== 0
  }

  // What the event says stays until somebody writes something else.
  async #readHead(): Promise<void> {
    const { event, lang } = this.form
    if (!event) return
    const before = this.#head
    const head = await this.#api.sheets.event(event, lang)
    this.#head = head
    const form = this.form
    const now = <K extends keyof SheetHead>(part: K): SheetHead[K] =>
      before && JSON.stringify(form[part]) !== JSON.stringify(before[part]) ? (form[part] as SheetHead[K]) : head[part]
    this.form = {
      ...form,
      title: now('title'), date: now('date'), place: now('place'), introduction: now('introduction'), questions: now('questions'),
    }
  }

  // The introduction is kept while another layout is looked at, and printed only where it can be seen in the form.
  get #meant(): SheetForm {
    return this.introduced ? this.form : { ...this.form, introduction: '' }
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
