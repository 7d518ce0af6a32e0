import type { Backup, Binned, Change, Operation, OperationDetail, OperationPage, Recovery, Restore, WrittenFile } from './views'

export interface HistoryApi {
  list(offset: number, limit: number): Promise<OperationPage>
  /** What an operation changed, and which later ones an undo of it takes along. */
  read(operation: number): Promise<OperationDetail>
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

/** What can be done for a damaged book. */
export interface RecoveriesApi {
  /** Reads what can still be read and compares it with the newest good backup. Nothing is changed; close forgets it. */
  look(job: string): Promise<Recovery>
  /** Asks where to and writes what could be read, as "vcf" or as a book, "db". The path is "" when the person changed their mind. */
  save(job: string, format: string): Promise<WrittenFile>
  /** Puts the backup in the place of the book, which is kept beside it. The page has to begin anew then. */
  goBack(): Promise<void>
  /** Puts what could be read in the place of the book. */
  keepSalvaged(): Promise<void>
  close(): Promise<void>
}

export interface BinApi {
  /** Who was deleted, the last first. */
  list(): Promise<Binned[]>
  /** Brings people back, everybody for []. */
  restore(ids: number[]): Promise<Change>
  /** Lets people go for good, everybody for [], and answers how many. There is no way back. */
  empty(ids: number[]): Promise<number>
}
