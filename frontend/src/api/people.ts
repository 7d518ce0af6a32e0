import type {
  Change,
  EncounterForm,
  Introduction,
  Letter,
  Me,
  Organisation,
  OrganisationPage,
  Person,
  PersonChange,
  PersonForm,
  PersonPage,
  PersonQuery,
  Tag,
  ThreadForm,
  Timeline,
  TopicCount,
  TopicPage,
} from './views'

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

/** The owner of the book. */
export interface MeApi {
  read(): Promise<Me>
  /** Writes an introduction down, or changes the one of its id. */
  introduce(introduction: Introduction): Promise<Change>
  dropIntroduction(id: number): Promise<Change>
}
