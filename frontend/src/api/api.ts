import type {
  Arranging,
  Answer,
  Backup,
  Binned,
  Change,
  Choice,
  Circle,
  ColumnForm,
  Connection,
  ConnectionForm,
  Decision,
  Difference,
  DuplicatePage,
  EncounterForm,
  Event,
  EventChange,
  EventForm,
  ExportForm,
  Evening,
  Guest,
  GuestNoteForm,
  GuestForm,
  GuestList,
  GuestShape,
  Invitation,
  Health,
  ImportPlan,
  ImportPreview,
  ImportRows,
  Introduction,
  Letter,
  Loss,
  MergeChoice,
  MergeView,
  Me,
  Message,
  MessageForm,
  Operation,
  OperationPage,
  Organisation,
  OrganisationPage,
  Part,
  PeopleGroup,
  Person,
  PersonChange,
  PersonForm,
  PersonPage,
  PersonQuery,
  Picture,
  PictureFile,
  PictureForm,
  PersonRoute,
  Pile,
  Place,
  Problem,
  Progress,
  Receipt,
  RepairRows,
  Restore,
  Settings,
  SheetFields,
  SheetForm,
  SheetHead,
  SheetPreview,
  Split,
  Start,
  Table,
  Tag,
  ThreadForm,
  Timeline,
  TopicCount,
  TopicPage,
  Today,
  Word,
  WrittenEvening,
  WrittenFile,
} from './views'

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
  /** Puts the newest good backup in the place of a damaged book and closes the window. */
  goBack(): Promise<void>
  /** Closes the window. */
  leave(): Promise<void>
  /** Keeps the window open while the person is asked. */
  stay(): Promise<void>
  /** Logs an error that nobody caught. The message must hold nothing of a person. */
  report(message: string): Promise<void>
}

export interface PeopleApi {
  list(query: PersonQuery, offset: number, limit: number): Promise<PersonPage>
  letters(query: PersonQuery): Promise<Letter[]>
  /** Everyone the query finds, in the order of the list. */
  ids(query: PersonQuery): Promise<number[]>
  read(id: number): Promise<Person>
  add(form: PersonForm): Promise<PersonChange>
  edit(id: number, form: PersonForm): Promise<PersonChange>
  remove(ids: number[]): Promise<Change>
  setPhoto(id: number, path: string): Promise<PersonChange>
  removePhoto(id: number): Promise<PersonChange>
  organisations(prefix: string): Promise<Organisation[]>
}

export interface TagsApi {
  list(): Promise<Tag[]>
  create(name: string, colour: string): Promise<Change>
  /** Renaming onto a tag that is there already merges the two. */
  rename(name: string, to: string): Promise<Change>
  colour(name: string, colour: string): Promise<Change>
  remove(name: string): Promise<Change>
  merge(names: string[], into: string): Promise<Change>
  /** Puts the tag on these people, and creates it where it is new. */
  put(name: string, ids: number[]): Promise<Change>
  take(name: string, ids: number[]): Promise<Change>
}

export interface TopicsApi {
  /** All topics, in the order of their names. */
  list(): Promise<TopicCount[]>
  /** The topics of some people, with how many of them have each. */
  of(ids: number[]): Promise<TopicCount[]>
  /** The organisations that hold a word beginning like that. */
  organisations(typed: string): Promise<string[]>
  /** What is known of a topic, in whatever spelling. */
  read(name: string): Promise<TopicPage>
  /** What is known of an organisation. */
  organisation(name: string): Promise<OrganisationPage>
  /** Gives people a topic: kind is "interest", "offer" or "question". */
  put(name: string, kind: string, ids: number[]): Promise<Change>
  /** Takes a topic off people, in one kind or, for "", in all. */
  take(name: string, kind: string, ids: number[]): Promise<Change>
  /** Renaming onto a topic that is there already makes the two one. */
  rename(name: string, to: string): Promise<Change>
  remove(name: string): Promise<Change>
}

export interface ImportsApi {
  preview(job: string, paths: string[]): Promise<ImportPreview>
  /** Looks into a table that a preview names. */
  table(path: string): Promise<Table>
  /** Says what all columns of a table are, and remembers it; [] forgets it. A preview that is open does not change. */
  mapTable(path: string, columns: ColumnForm[]): Promise<Table>
  rows(preview: string, pile: Pile, offset: number, limit: number): Promise<ImportRows>
  decide(preview: string, pile: Pile, decision: Decision): Promise<ImportPlan>
  decideRow(preview: string, index: number, decision: Decision): Promise<ImportPlan>
  /** What a card says otherwise than the person it meets; [] where nothing. */
  differences(preview: string, index: number): Promise<Difference[]>
  /** Chooses for one of the differences that were answered last for the card. */
  choose(preview: string, index: number, difference: number, choice: Choice): Promise<ImportPlan>
  /** Chooses for all differences of a card: "mine" skips it, the others merge it. */
  chooseRow(preview: string, index: number, choice: Choice): Promise<ImportPlan>
  /** chooseRow for every card of a pile that says otherwise than the person it meets. */
  choosePile(preview: string, pile: Pile, choice: Choice): Promise<ImportPlan>
  run(job: string, preview: string): Promise<Receipt>
  close(preview: string): Promise<void>
  receipts(): Promise<Receipt[]>
  receipt(operation: number): Promise<Receipt>
  repairs(operation: number, offset: number, limit: number): Promise<RepairRows>
  unreadable(operation: number, offset: number, limit: number): Promise<RepairRows>
  undecided(operation: number, offset: number, limit: number): Promise<ImportRows>
  decideUndecided(operation: number, indexes: number[], decision: Decision): Promise<Change>
  /** What a card that was left for later says otherwise than whom it resembles now. */
  laterDifferences(operation: number, index: number): Promise<Difference[]>
  /** Merges such a card, with a choice for each difference. */
  mergeLater(operation: number, index: number, choices: Choice[]): Promise<Change>
  /** Asks where to and writes down what could not be read. The path is "" when the person changed their mind. */
  savePreviewUnreadable(preview: string): Promise<WrittenFile>
  saveUnreadable(operation: number): Promise<WrittenFile>
  addSample(): Promise<Receipt>
  removeSample(): Promise<Change>
}

export interface DuplicatesApi {
  /** Groups that may be one person: sure ones first, those put off last. */
  list(offset: number, limit: number): Promise<DuplicatePage>
  /** Merges groups as it is proposed, in one operation. */
  mergeSure(groups: PeopleGroup[]): Promise<Change>
  /** What people say, side by side. */
  compare(ids: number[]): Promise<MergeView>
  /** Makes one person of several, who is the first of them. */
  merge(ids: number[], choices: MergeChoice[]): Promise<PersonChange>
  distinct(ids: number[]): Promise<Change>
  putOff(ids: number[]): Promise<Change>
  takeUp(ids: number[]): Promise<Change>
  /** Whom a split of somebody would give back. */
  parts(id: number): Promise<Part[]>
  split(id: number, parts: number[]): Promise<Split>
}

export interface NetworkApi {
  /** The kinds of connections, in the order in which they are offered. */
  kinds(): Promise<string[]>
  connections(id: number): Promise<Connection[]>
  /** Connects each of the people with each other; of two the form says what the second is to the first. */
  connect(ids: number[], form: ConnectionForm): Promise<Change>
  disconnect(ids: number[]): Promise<Change>
  /** Connects somebody with the person whom their card means by a name; the card's line stays. */
  link(id: number, named: string, other: number): Promise<Change>
  /** Puts whom a card names into the book, and connects the two. */
  addNamed(id: number, named: string): Promise<PersonChange>
  /** Answers at once. Where the picture is not settled, arrange is to be called. */
  picture(form: PictureForm): Promise<Picture>
  /**
   * Lets the nodes find their places and keeps these. Meanwhile events.arranging tells where they are; the promise alone
   * means that it is done. jobs.cancel ends it, and nothing is kept.
   */
  arrange(job: string, form: PictureForm): Promise<Picture>
  /** Arranges anew: only what was put somewhere by hand stays. */
  rearrange(job: string, form: PictureForm): Promise<Picture>
  /** Keeps where nodes were put by hand (pinned), or lets them go again. No operation: there is nothing to undo. */
  place(form: PictureForm, places: Place[]): Promise<void>
  /** Asks where to and draws the picture into a file. The path is "" when the person changed their mind. */
  savePicture(job: string, form: PictureForm, file: PictureFile): Promise<WrittenFile>
  /** Names the circle that somebody belongs to; "" takes the name back. */
  nameCircle(member: number, name: string): Promise<Change>
  /** Which person in the book one is; 0 for nobody. */
  me(): Promise<number>
  setMe(id: number): Promise<void>
}

export interface TimelinesApi {
  /** The kinds of encounters, in the order in which they are offered. */
  kinds(): Promise<string[]>
  read(person: number): Promise<Timeline>
  /** Writes an encounter down, or changes the one of the form's id. */
  meet(form: EncounterForm): Promise<Change>
  unmeet(id: number): Promise<Change>
  /** Leaves something open, or changes the thread of the form's id. */
  leave(form: ThreadForm): Promise<Change>
  /** Says what became of a thread: "done", "dropped" or "open" again. */
  settle(id: number, state: string): Promise<Change>
  unthread(id: number): Promise<Change>
}

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
  /** Reads what was pasted, as the shapes say where there is one for its lines. Nothing is written. */
  read(text: string, shapes: GuestShape[]): Promise<GuestList>
  readFile(path: string, shapes: GuestShape[]): Promise<GuestList>
  /** Puts guests on the list of an event, each once. */
  invite(event: number, guests: GuestForm[]): Promise<Change>
}

/** What one asks the network in words. */
export interface QuestionsApi {
  /** The ways from one person to another, the best first. */
  reach(from: number, to: number): Promise<PersonRoute[]>
  /** Drafts a message to the first on a route; rejected where it is about nothing. */
  message(form: MessageForm): Promise<Message>
  /** Whom two people both know. */
  shared(one: number, other: number): Promise<Answer[]>
  circles(): Promise<Circle[]>
  /** Who links two circles. */
  links(one: number[], other: number[]): Promise<Answer[]>
  /** Whom one knows at an "organisation", in a "place" or into a "topic"; from is who asks, 0 for nobody. */
  known(kind: string, word: string, from: number): Promise<Answer[]>
  /** The organisations, places or topics that complete what is typed. */
  words(kind: string, typed: string): Promise<Word[]>
  /** The people of a query with whom of each other they know. */
  among(query: PersonQuery): Promise<Answer[]>
  /** Who has no tag, no topic and no connection. */
  alone(): Promise<Answer[]>
}

/** The quiet review, which shows one person after the other. */
export interface ReviewsApi {
  /** Whom it has not shown yet, in the order in which it shows them; everyone once all were shown. */
  unseen(query: PersonQuery): Promise<number[]>
  seen(id: number): Promise<void>
}

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

/** The owner of the book. */
export interface MeApi {
  read(): Promise<Me>
  /** Writes an introduction down, or changes the one of its id. */
  introduce(introduction: Introduction): Promise<Change>
  dropIntroduction(id: number): Promise<Change>
}

/** A quiet look at the day. */
export interface TodayApi {
  read(): Promise<Today>
}

export interface HistoryApi {
  list(offset: number, limit: number): Promise<OperationPage>
  /** Undoes an operation with all that stands on it, the newest for 0. Answers what was undone, newest first. */
  undo(operation: number): Promise<Operation[]>
  redo(): Promise<Operation[]>
}

export interface PreferencesApi {
  save(settings: Settings): Promise<Settings>
}

export interface JobsApi {
  /** Ends a job; its call is then rejected with the code "cancelled" and has left nothing behind. */
  cancel(job: string): Promise<void>
}

/** What the backend tells without being asked. Each returns the function that stops listening. */
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
  unsaved(listen: (problem: Problem) => void): () => void
  /** The window is about to close: shell.leave lets it, shell.stay keeps it for now. Without an answer it closes soon. */
  closing(listen: () => void): () => void
}

/** The backend as the window sees it. Every promise is rejected with a Failure and with nothing else. */
export interface Api {
  shell: ShellApi
  people: PeopleApi
  tags: TagsApi
  imports: ImportsApi
  duplicates: DuplicatesApi
  network: NetworkApi
  timelines: TimelinesApi
  /** The occasions; what the backend tells by itself is in events. */
  occasions: EventsApi
  topics: TopicsApi
  evenings: EveningsApi
  guestLists: GuestListsApi
  questions: QuestionsApi
  reviews: ReviewsApi
  exports: ExportsApi
  sheets: SheetsApi
  me: MeApi
  today: TodayApi
  history: HistoryApi
  preferences: PreferencesApi
  backups: BackupsApi
  bin: BinApi
  jobs: JobsApi
  events: Events
}
