import type {
  Change,
  Choice,
  ColumnForm,
  Decision,
  Difference,
  DuplicatePage,
  ImportPlan,
  ImportPreview,
  ImportRows,
  MergeChoice,
  MergeView,
  Part,
  PeopleGroup,
  PersonChange,
  Pile,
  Receipt,
  RepairRows,
  Split,
  Table,
  WrittenFile,
} from './views'

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
