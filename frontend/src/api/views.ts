// The shapes that cross from the backend, under short names. They are generated: app/views*.go says what they mean.
import { app } from '../../wailsjs/go/models'

export type Address = app.Address
export type Answer = app.AnswerView
export type Argument = app.Argument
export type Backup = app.BackupView
export type Binned = app.BinnedView
export type Change = app.Change
export type Difference = app.DifferenceView
export type Differing = app.DifferingView
export type DifferingThing = app.DifferingThing
export type DifferenceValue = app.DifferenceValue
export type Circle = app.CircleView
export type Connection = app.Connection
export type ConnectionForm = app.ConnectionForm
export type DateValue = app.DateValue
export type Encounter = app.EncounterView
export type EncounterForm = app.EncounterForm
export type Event = app.EventView
export type Evening = app.EveningView
export type EveningGuest = app.EveningGuest
export type CoffeeReason = app.CoffeeReason
export type GuestNoteForm = app.GuestNoteForm
export type WrittenEvening = app.WrittenEvening
export type EventChange = app.EventChange
export type EventForm = app.EventForm
export type ExportForm = app.ExportForm
export type Fact = app.Fact
export type Guest = app.GuestView
export type GuestForm = app.GuestForm
export type GuestList = app.GuestListView
export type GuestMatch = app.GuestMatch
export type GuestShape = app.GuestShape
export type Invitation = app.Invitation
export type InvitedFrom = app.InvitedFrom
export type SkippedLine = app.SkippedLine
export type Field = app.Field
export type ColumnForm = app.ColumnForm
export type ImportFile = app.ImportFile
export type ImportGroup = app.ImportGroup
export type ImportPlan = app.ImportPlan
export type ImportPreview = app.ImportPreview
export type ImportRow = app.ImportRow
export type ImportRows = app.ImportRows
export type Introduction = app.IntroductionView
export type Letter = app.Letter
export type Lines = app.Lines
export type Loss = app.Loss
export type Me = app.MeView
export type Message = app.MessageView
export type MessageForm = app.MessageForm
export type Operation = app.OperationView
export type OperationDetail = app.OperationDetail
export type ChangedField = app.ChangedField
export type Tally = app.TallyView
export type OperationPage = app.OperationPage
export type Organisation = app.Organisation
export type Having = app.HavingView
export type Member = app.MemberView
export type OrganisationPage = app.OrganisationView
export type Person = app.PersonView
export type PersonChange = app.PersonChange
export type PersonForm = app.PersonForm
export type PersonPage = app.PersonPage
export type PersonQuery = app.PersonQuery
export type PersonRow = app.PersonRow
export type Picture = app.PictureView
export type PictureFile = app.PictureFileForm
export type PictureForm = app.PictureForm
export type PictureGroup = app.PictureGroup
export type PictureNode = app.PictureNode
export type PictureTie = app.PictureTie
export type Place = app.PlaceForm
export type Position = app.Position
export type Problem = app.Problem
export type Reason = app.Reason
export type Receipt = app.ReceiptView
export type Recovery = app.RecoveryView
export type Related = app.Related
export type RepairRow = app.RepairRow
export type Restore = app.RestoreView
export type RepairRows = app.RepairRows
export type PersonRoute = app.RouteView
export type Settings = app.SettingsView
export type SheetFields = app.SheetFields
export type SheetForm = app.SheetForm
export type SheetHead = app.SheetHead
export type SheetPreview = app.SheetPreview
export type Source = app.Source
export type Start = app.StartView
export type Health = app.HealthView
export type Table = app.TableView
export type Tag = app.Tag
export type Tie = app.Tie
export type Twin = app.TwinView
export type Value = app.Value
export type Thread = app.ThreadView
export type ThreadForm = app.ThreadForm
export type ThreadAtHand = app.ThreadAtHand
export type Timeline = app.TimelineView
export type Today = app.TodayView
export type Word = app.WordView
export type Topic = app.Topic
export type TopicCount = app.TopicCount
export type TopicPage = app.TopicView
export type WrittenFile = app.WrittenFile
export type Duplicate = app.DuplicateView
export type DuplicatePage = app.DuplicatePage
export type PeopleGroup = app.PeopleGroup
export type MergeView = app.MergeView
export type MergeRow = app.MergeRow
export type MissingPerson = app.MissingPerson
export type MergeChoice = app.MergeChoice
export type Part = app.PartView
export type Split = app.SplitView
export type StayedValue = app.StayedValue

export const TableKnowledge = app.TableKnowledge
export type TableKnowledge = app.TableKnowledge
export const Pile = app.Pile
export type Pile = app.Pile
export const Choice = app.Choice
export type Choice = app.Choice
export const Decision = app.Decision
export type Decision = app.Decision

export const NodeKind = app.NodeKind
export type NodeKind = app.NodeKind
export const ColourBy = app.ColourBy
export type ColourBy = app.ColourBy

/**
 * Where the nodes of a picture are on their way to rest, in the order of the picture of the same revision. done grows from 0
 * to 1. seq grows too: what comes late is to be dropped.
 */
export interface Arranging {
  job: string
  seq: number
  revision: number
  done: number
  x: number[]
  y: number[]
}

/** How far a job is: absolute figures and a growing sequence number. total is 0 when it is not known. */
export interface Progress {
  job: string
  seq: number
  done: number
  total: number
  count: number
}

/** Everyone. */
export const EVERYONE: PersonQuery = {
  text: '',
  anyTags: [],
  allTags: [],
  noTags: [],
  organisation: '',
  topics: [],
  topicKind: '',
  import: 0,
  untagged: false,
  ids: [],
}
