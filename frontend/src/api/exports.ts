import type { ExportForm, Loss, SheetFields, SheetForm, SheetHead, SheetPreview, WrittenFile } from './views'

export interface ExportsApi {
  losses(form: ExportForm): Promise<Loss[]>
  save(job: string, form: ExportForm): Promise<WrittenFile>
}

export interface SheetsApi {
  preview(form: SheetForm): Promise<SheetPreview>
  save(form: SheetForm): Promise<WrittenFile>
  open(form: SheetForm): Promise<WrittenFile>
  /** What a layout prints unless one chooses otherwise. */
  fields(layout: string): Promise<SheetFields>
  /** What the sheet of an event says above the guests, the day written out in a language. */
  event(id: number, language: string): Promise<SheetHead>
  /** Asks where to and writes the vCards of the coffees of an event. The path is "" when the person changed their mind. */
  saveCards(event: number, title: string): Promise<WrittenFile>
}
