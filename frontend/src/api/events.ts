import type {
  Change,
  Evening,
  Event,
  EventChange,
  EventForm,
  Guest,
  GuestForm,
  GuestList,
  GuestNoteForm,
  GuestShape,
  Invitation,
  Today,
  WrittenEvening,
} from './views'

/** The events and their guest lists. */
export interface EventsApi {
  /** Those to come first, then those that are past. */
  list(): Promise<Event[]>
  read(id: number): Promise<Event>
  /** Adds an event, or changes the one of the form's id. */
  save(form: EventForm): Promise<EventChange>
  remove(id: number): Promise<Change>
  /** The guest list in its order, each guest with whom they may be in the book. */
  guests(event: number): Promise<Guest[]>
  /** Decides who a guest is: somebody in the book, or for 0 nobody there. */
  recognise(guest: number, person: number): Promise<Change>
  /** Takes guests off the list. */
  uninvite(guests: number[]): Promise<Change>
}

/** An event from the coffees to the morning after. */
export interface EveningsApi {
  /** The guests with what speaks for a coffee with each. */
  read(event: number): Promise<Evening>
  /** Says with which guests one would like a coffee, or no longer. */
  choose(guests: number[], coffee: boolean): Promise<Change>
  /** Notes which guests were "met", "unseen" or are "open". */
  see(guests: number[], status: string): Promise<Change>
  note(form: GuestNoteForm): Promise<Change>
  /** Writes down with the people whom one met, and makes people of those who are new. */
  writeDown(event: number): Promise<WrittenEvening>
  /** Notes how many people came, about, for 0 that nobody knows. */
  came(event: number, n: number): Promise<Change>
}

/** Lists of guests before they are taken in. */
export interface GuestListsApi {
  /** Asks for a file with a list; "" when the dialog was closed. */
  choose(): Promise<string>
  /** Asks for an .ics file. */
  chooseInvitation(): Promise<string>
  /** The event of an .ics file. Nothing is written. */
  invitation(path: string): Promise<Invitation>
  /** What a column may be, in the order in which it is offered. */
  fields(): Promise<string[]>
  /** Adds the event of an .ics file, as the form has it. */
  add(path: string, form: EventForm): Promise<EventChange>
  /** Brings the event of the book that an .ics file invites to up to date with it. */
  renew(path: string): Promise<EventChange>
  /** Reads what was pasted for an event, as the shapes say where there is one for its lines. Nothing is written. */
  read(event: number, text: string, shapes: GuestShape[]): Promise<GuestList>
  readFile(event: number, path: string, shapes: GuestShape[]): Promise<GuestList>
  /** Puts guests on the list of an event, each once, as a job. */
  invite(job: string, event: number, guests: GuestForm[]): Promise<Change>
}

/** A quiet look at the day. */
export interface TodayApi {
  read(): Promise<Today>
}
