import type { Backup, Binned, Change, Operation, OperationPage, Restore, WrittenFile } from './views'

export interface HistoryApi {
  list(offset: number, limit: number): Promise<OperationPage>
  /** Undoes an operation with all that stands on it, the newest for 0. Answers what was undone, newest first. */
  undo(operation: number): Promise<Operation[]>
  redo(): Promise<Operation[]>
}

export interface BackupsApi {
  /** The backups beside the book, the newest first. */
  list(): Promise<Backup[]>
  make(): Promise<Backup>
  /** Lets the person choose a backup or a whole book; "" when they changed their mind. */
  choose(): Promise<string>
  /** Reads a backup or a whole book and says what would change with it. Run does it; without, close forgets it. */
  preview(job: string, path: string, passphrase: string): Promise<Restore>
  run(): Promise<Change>
  close(): Promise<void>
  /** Asks where to and writes the whole book. The path is "" when the person changed their mind. */
  exportWhole(job: string, passphrase: string): Promise<WrittenFile>
}

export interface BinApi {
  /** Who was deleted, the last first. */
  list(): Promise<Binned[]>
  /** Brings people back, everybody for []. */
  restore(ids: number[]): Promise<Change>
  /** Lets people go for good, everybody for [], and answers how many. There is no way back. */
  empty(ids: number[]): Promise<number>
}
