import type { Arranging, Health, Problem, Progress, Settings, Start } from './views'

/** What the window asks of the system. */
export interface ShellApi {
  /** Answers when the book is open. Called once, before anything else. */
  start(): Promise<Start>
  /** Lets the person choose vCard files; [] when they changed their mind. */
  chooseFiles(): Promise<string[]>
  /** Lets the person choose a picture; "" when they changed their mind. */
  choosePhoto(): Promise<string>
  /** Opens a mailto:, tel: or https: address with the system's program for it. */
  openLink(address: string): Promise<void>
  copy(text: string): Promise<void>
  openFile(path: string): Promise<void>
  /** Opens the folder that the file lies in. */
  showFile(path: string): Promise<void>
  /** Looks the whole book over, and says why it can only be read, or does not open. The code is "" for a sound one. */
  health(): Promise<Health>
  /** Closes the window. */
  leave(): Promise<void>
  /** Keeps the window open while the person is asked. */
  stay(): Promise<void>
  /** Logs an error that nobody caught. The message must hold nothing of a person. */
  report(message: string): Promise<void>
}

export interface PreferencesApi {
  save(settings: Settings): Promise<Settings>
}

export interface JobsApi {
  /** Ends a job; its call is then rejected with the code "cancelled" and has left nothing behind. */
  cancel(job: string): Promise<void>
}

/** What the backend tells without being asked. Each returns the function that stops listening. */
export interface Events {
  progress(listen: (progress: Progress) => void): () => void
  /** Where the nodes of a picture are on their way to rest. */
  arranging(listen: (arranging: Arranging) => void): () => void
  /** The file manager or a second start handed over files. */
  files(listen: (paths: string[]) => void): () => void
  /** Files were dropped on the window. */
  drops(listen: (paths: string[]) => void): () => void
  /** The book was changed by another program. */
  book(listen: () => void): () => void
  /** A backup could not be made, and why. */
  backupFailed(listen: (problem: Problem) => void): () => void
  /** The window is about to close: shell.leave lets it, shell.stay keeps it for now. Without an answer it closes soon. */
  closing(listen: () => void): () => void
}
