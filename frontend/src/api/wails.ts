import * as Evenings from '../../wailsjs/go/app/Evenings'
import * as Occasions from '../../wailsjs/go/app/Events'
import * as Duplicates from '../../wailsjs/go/app/Duplicates'
import * as Backups from '../../wailsjs/go/app/Backups'
import * as Bin from '../../wailsjs/go/app/Bin'
import * as Exports from '../../wailsjs/go/app/Exports'
import * as GuestLists from '../../wailsjs/go/app/GuestLists'
import * as History from '../../wailsjs/go/app/History'
import * as Imports from '../../wailsjs/go/app/Imports'
import * as Jobs from '../../wailsjs/go/app/Jobs'
import * as Me from '../../wailsjs/go/app/Me'
import * as Network from '../../wailsjs/go/app/Network'
import * as People from '../../wailsjs/go/app/People'
import * as Preferences from '../../wailsjs/go/app/Preferences'
import * as Questions from '../../wailsjs/go/app/Questions'
import * as Recoveries from '../../wailsjs/go/app/Recoveries'
import * as Reviews from '../../wailsjs/go/app/Reviews'
import * as Sheets from '../../wailsjs/go/app/Sheets'
import * as Shell from '../../wailsjs/go/app/Shell'
import * as Tags from '../../wailsjs/go/app/Tags'
import * as Timelines from '../../wailsjs/go/app/Timelines'
import * as Topics from '../../wailsjs/go/app/Topics'
import * as Today from '../../wailsjs/go/app/Today'
import { EventsOn, OnFileDrop, OnFileDropOff } from '../../wailsjs/runtime/runtime'
import type { Api } from './api'
import type { Events } from './window'
import { failureOf } from './failure'

/** Returns the backend that this window belongs to. */
export function wailsApi(): Api {
  return {
    shell: mended({
      start: Shell.Start,
      chooseFiles: Shell.ChooseFiles,
      choosePhoto: Shell.ChoosePhoto,
      openLink: Shell.OpenLink,
      copy: Shell.Copy,
      health: Shell.Health,
      openFile: Shell.OpenFile,
      showFile: Shell.ShowFile,
      leave: Shell.Leave,
      stay: Shell.Stay,
      report: Shell.Report,
    }),
    people: mended({
      list: People.List,
      letters: People.Letters,
      ids: People.IDs,
      read: People.Read,
      add: People.Add,
      edit: People.Edit,
      remove: People.Delete,
      setPhoto: People.SetPhoto,
      removePhoto: People.RemovePhoto,
      organisations: People.Organisations,
    }),
    tags: mended({
      list: Tags.List,
      create: Tags.Create,
      rename: Tags.Rename,
      colour: Tags.Colour,
      remove: Tags.Delete,
      merge: Tags.Merge,
      put: Tags.Put,
      take: Tags.Take,
    }),
    imports: mended({
      preview: Imports.Preview,
      table: Imports.Table,
      mapTable: Imports.MapTable,
      rows: Imports.Rows,
      decide: Imports.Decide,
      decideRow: Imports.DecideRow,
      differences: Imports.Differences,
      choose: Imports.Choose,
      chooseRow: Imports.ChooseRow,
      choosePile: Imports.ChoosePile,
      run: Imports.Run,
      close: Imports.Close,
      receipts: Imports.Receipts,
      receipt: Imports.Receipt,
      repairs: Imports.Repairs,
      unreadable: Imports.Unreadable,
      undecided: Imports.Undecided,
      decideUndecided: Imports.DecideUndecided,
      laterDifferences: Imports.LaterDifferences,
      mergeLater: Imports.MergeLater,
      savePreviewUnreadable: Imports.SavePreviewUnreadable,
      saveUnreadable: Imports.SaveUnreadable,
      addSample: Imports.AddSample,
      removeSample: Imports.RemoveSample,
    }),
    duplicates: mended({
      list: Duplicates.List,
      mergeSure: Duplicates.MergeSure,
      compare: Duplicates.Compare,
      merge: Duplicates.Merge,
      distinct: Duplicates.Distinct,
      putOff: Duplicates.PutOff,
      takeUp: Duplicates.TakeUp,
      parts: Duplicates.Parts,
      split: Duplicates.Split,
    }),
    network: mended({
      kinds: Network.Kinds,
      connections: Network.Connections,
      connect: Network.Connect,
      disconnect: Network.Disconnect,
      link: Network.Link,
      addNamed: Network.AddNamed,
      picture: Network.Picture,
      arrange: Network.Arrange,
      rearrange: Network.Rearrange,
      place: Network.Place,
      savePicture: Network.SavePicture,
      nameCircle: Network.NameCircle,
      me: Network.Me,
      setMe: Network.SetMe,
    }),
    timelines: mended({
      kinds: Timelines.Kinds,
      read: Timelines.Read,
      meet: Timelines.Meet,
      unmeet: Timelines.Unmeet,
      leave: Timelines.Leave,
      settle: Timelines.Settle,
      unthread: Timelines.Unthread,
    }),
    occasions: mended({
      list: Occasions.List,
      read: Occasions.Read,
      save: Occasions.Save,
      remove: Occasions.Delete,
      guests: Occasions.Guests,
      recognise: Occasions.Recognise,
      uninvite: Occasions.Uninvite,
    }),
    topics: mended({
      list: Topics.List,
      of: Topics.Of,
      organisations: Topics.Organisations,
      read: Topics.Read,
      organisation: Topics.Organisation,
      put: Topics.Put,
      take: Topics.Take,
      rename: Topics.Rename,
      remove: Topics.Delete,
    }),
    evenings: mended({
      read: Evenings.Read,
      choose: Evenings.Choose,
      see: Evenings.See,
      note: Evenings.Note,
      writeDown: Evenings.WriteDown,
      came: Evenings.Came,
    }),
    guestLists: mended({
      choose: GuestLists.Choose,
      chooseInvitation: GuestLists.ChooseInvitation,
      invitation: GuestLists.Invitation,
      fields: GuestLists.Fields,
      add: GuestLists.Add,
      renew: GuestLists.Renew,
      read: GuestLists.Read,
      readFile: GuestLists.ReadFile,
      invite: GuestLists.Invite,
    }),
    questions: mended({
      reach: Questions.Reach,
      message: Questions.Message,
      shared: Questions.Shared,
      circles: Questions.Circles,
      links: Questions.Links,
      known: Questions.Known,
      words: Questions.Words,
      among: Questions.Among,
      alone: Questions.Alone,
    }),
    reviews: mended({ unseen: Reviews.Unseen, seen: Reviews.Seen }),
    exports: mended({ losses: Exports.Losses, save: Exports.Save }),
    sheets: mended({
      preview: Sheets.Preview,
      save: Sheets.Save,
      open: Sheets.Open,
      fields: Sheets.Fields,
      event: Sheets.Event,
      saveCards: Sheets.SaveCards,
    }),
    me: mended({ read: Me.Read, introduce: Me.Introduce, dropIntroduction: Me.DropIntroduction }),
    today: mended({ read: Today.Read }),
    history: mended({ list: History.List, read: History.Read, undo: History.Undo, redo: History.Redo }),
    preferences: mended({ save: Preferences.Save }),
    backups: mended({
      list: Backups.List,
      make: Backups.Make,
      choose: Backups.Choose,
      preview: Backups.Preview,
      run: Backups.Run,
      close: Backups.Close,
      exportWhole: Backups.ExportWhole,
    }),
    recoveries: mended({
      look: Recoveries.Look,
      save: Recoveries.Save,
      goBack: Recoveries.GoBack,
      keepSalvaged: Recoveries.KeepSalvaged,
      close: Recoveries.Close,
    }),
    bin: mended({ list: Bin.List, restore: Bin.Restore, empty: Bin.Empty }),
    jobs: mended({ cancel: Jobs.Cancel }),
    events,
  }
}

const events: Events = {
  progress: (listen) => EventsOn('progress', listen),
  arranging: (listen) => EventsOn('arranging', listen),
  files: (listen) => EventsOn('files', listen),
  book: (listen) => EventsOn('book', listen),
  backupFailed: (listen) => EventsOn('backup-failed', listen),
  closing: (listen) => EventsOn('closing', listen),
  drops(listen) {
    OnFileDrop((_x, _y, paths) => listen(paths), false)
    return OnFileDropOff
  },
}

type Calls = Record<string, (...args: never[]) => Promise<unknown>>

// A rejected call carries the JSON of a failure as its message; this turns it into the Failure that the window speaks of.
function mended<T extends Calls>(calls: T): T {
  const wrapped = Object.entries(calls).map(([name, call]) => [
    name,
    (...args: never[]) =>
      call(...args).catch((reason: unknown) => {
        throw failureOf(reason)
      }),
  ])
  return Object.fromEntries(wrapped)
}
