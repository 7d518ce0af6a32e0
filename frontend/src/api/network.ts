import type {
  Answer,
  Change,
  Circle,
  Connection,
  ConnectionForm,
  Message,
  MessageForm,
  PersonChange,
  PersonQuery,
  PersonRoute,
  Picture,
  PictureFile,
  PictureForm,
  Place,
  Word,
  WrittenFile,
} from './views'

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
