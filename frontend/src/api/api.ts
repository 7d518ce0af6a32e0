import type { EveningsApi, EventsApi, GuestListsApi, TodayApi } from './events'
import type { ExportsApi, SheetsApi } from './exports'
import type { DuplicatesApi, ImportsApi } from './imports'
import type { NetworkApi, QuestionsApi, ReviewsApi } from './network'
import type { MeApi, PeopleApi, TagsApi, TimelinesApi, TopicsApi } from './people'
import type { BackupsApi, BinApi, HistoryApi, RecoveriesApi } from './safety'
import type { Events, JobsApi, PreferencesApi, ShellApi } from './window'

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
  recoveries: RecoveriesApi
  jobs: JobsApi
  events: Events
}
