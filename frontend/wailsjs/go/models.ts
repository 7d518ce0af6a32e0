export namespace app {
	
	export enum Choice {
	    Both = "both",
	    Mine = "mine",
	    Theirs = "theirs",
	}
	export enum ColourBy {
	    Circle = "circle",
	    Nothing = "none",
	    Organisation = "organisation",
	    Tag = "tag",
	    Topic = "topic",
	}
	export enum Decision {
	    Add = "add",
	    Later = "later",
	    Merge = "merge",
	    Skip = "skip",
	}
	export enum NodeKind {
	    Event = "event",
	    Organisation = "organisation",
	    Person = "person",
	    Tag = "tag",
	    Topic = "topic",
	}
	export enum Pile {
	    New = "new",
	    Same = "same",
	    Similar = "similar",
	    Unreadable = "unreadable",
	}
	export enum TableKnowledge {
	    Guessed = "guessed",
	    None = "",
	    Recognised = "recognised",
	    Remembered = "remembered",
	}
	export interface Address {
	    index: number;
	    poBox: string;
	    extended: string;
	    street: string;
	    city: string;
	    region: string;
	    postalCode: string;
	    country: string;
	    formatted: string;
	    types: string[];
	    label: string;
	}
	export interface Fact {
	    kind: string;
	    value: string;
	    detail: string;
	    label: string;
	    types: string[];
	    level: string;
	}
	export interface Connection {
	    person: number;
	    name: string;
	    kind: string;
	    word: string;
	    since: string;
	    how: string;
	    note: string;
	    closed: boolean;
	}
	export interface Tie {
	    from: number;
	    fromName: string;
	    side: number;
	    is: Connection;
	}
	export interface PersonRow {
	    id: number;
	    name: string;
	    organisation: string;
	    title: string;
	    tags: string[];
	    photo: string;
	    letter: string;
	    kind: string;
	}
	export interface AnswerView {
	    person: PersonRow;
	    ties: Tie[];
	    facts: Fact[];
	}
	export interface Argument {
	    name: string;
	    value: string;
	}
	export interface BackupView {
	    path: string;
	    at: string;
	    reason: string;
	    size: number;
	    people: number;
	}
	export interface BinnedView {
	    id: number;
	    name: string;
	    organisation: string;
	    deleted: string;
	}
	export interface DifferenceValue {
	    value: string;
	    types: string[];
	    label: string;
	    year: number;
	    month: number;
	    day: number;
	    photo: string;
	    closed: boolean;
	}
	export interface CardChange {
	    field: string;
	    property: string;
	    before: DifferenceValue[];
	    after: DifferenceValue[];
	}
	export interface Change {
	    operation: number;
	    kind: string;
	    name: string;
	    count: number;
	}
	export interface ChangedField {
	    field: string;
	    before: string;
	    after: string;
	}
	export interface ChangedPerson {
	    id: number;
	    name: string;
	    becoming: string;
	    here: boolean;
	    changes: CardChange[];
	    more: number;
	}
	export interface ChangedThing {
	    name: string;
	    becoming: string;
	    fields: ChangedField[];
	}
	export interface TallyView {
	    added: number;
	    gone: number;
	    changed: number;
	}
	export interface ChangedThings {
	    thing: string;
	    tally: TallyView;
	    first: ChangedThing[];
	}
	export interface CircleView {
	    name: string;
	    around: string;
	    people: number[];
	}
	export interface CodeView {
	    size: number;
	    path: string;
	}
	export interface CoffeeReason {
	    code: string;
	    args: Argument[];
	    when: string;
	}
	export interface ColumnForm {
	    field: string;
	    type: string;
	}
	export interface ColumnView {
	    header: string;
	    field: string;
	    type: string;
	}
	
	export interface ConnectionForm {
	    kind: string;
	    word: string;
	    since: string;
	    how: string;
	    note: string;
	    closed: boolean;
	}
	export interface DateValue {
	    index: number;
	    kind: string;
	    year: number;
	    month: number;
	    day: number;
	    text: string;
	    label: string;
	}
	
	export interface DifferenceView {
	    index: number;
	    field: string;
	    property: string;
	    mine: DifferenceValue[];
	    theirs: DifferenceValue[];
	    choices: string[];
	    choice: Choice;
	}
	export interface DifferingThing {
	    thing: string;
	    coming: number;
	    going: number;
	    changing: number;
	}
	export interface DifferingView {
	    count: number;
	    names: string[];
	}
	export interface Reason {
	    code: string;
	    args: Argument[];
	}
	export interface DuplicateView {
	    people: PersonRow[];
	    sure: boolean;
	    later: boolean;
	    reasons: Reason[];
	}
	export interface DuplicatePage {
	    total: number;
	    later: number;
	    sure: number;
	    surePeople: number;
	    offset: number;
	    items: DuplicateView[];
	}
	
	export interface EncounterForm {
	    id: number;
	    kind: string;
	    day: string;
	    people: number[];
	    event: number;
	    note: string;
	}
	export interface PersonName {
	    id: number;
	    name: string;
	}
	export interface EncounterView {
	    id: number;
	    kind: string;
	    day: string;
	    people: number[];
	    others: PersonName[];
	    event: number;
	    note: string;
	}
	export interface EveningGuest {
	    id: number;
	    line: string;
	    name: string;
	    organisation: string;
	    role: string;
	    person: number;
	    photo: string;
	    may: PersonRow[];
	    reasons: CoffeeReason[];
	    coffee: boolean;
	    status: string;
	    remark: string;
	    promise: string;
	    topics: string[];
	    written: boolean;
	}
	export interface TurnoutView {
	    names: number;
	    low: number;
	    high: number;
	    source: string;
	}
	export interface EveningView {
	    guests: EveningGuest[];
	    suggested: number[];
	    turnout: TurnoutView;
	    came: number;
	}
	export interface EventChange {
	    event: number;
	    change: Change;
	}
	export interface EventForm {
	    id: number;
	    title: string;
	    when: string;
	    place: string;
	    link: string;
	    topics: string[];
	    note: string;
	    introduction: string;
	    questions: string[];
	}
	export interface EventView {
	    id: number;
	    title: string;
	    when: string;
	    place: string;
	    link: string;
	    topics: string[];
	    note: string;
	    introduction: string;
	    questions: string[];
	    past: boolean;
	    guests: number;
	}
	export interface PersonQuery {
	    text: string;
	    anyTags: string[];
	    allTags: string[];
	    noTags: string[];
	    organisation: string;
	    topics: string[];
	    topicKind: string;
	    import: number;
	    untagged: boolean;
	    ids: number[];
	}
	export interface ExportForm {
	    query: PersonQuery;
	    format: string;
	    version: string;
	    notes: boolean;
	    groups: boolean;
	}
	
	export interface Field {
	    name: string;
	    value: string;
	}
	export interface FieldView {
	    field: string;
	    types: string[];
	}
	export interface GuestForm {
	    line: number;
	    text: string;
	    name: string;
	    family: string;
	    given: string;
	    prefixes: string;
	    suffixes: string;
	    before: string;
	    organisation: string;
	    role: string;
	    mail: string;
	    phone: string;
	    note: string;
	    twin: number;
	    already: boolean;
	    mended: boolean;
	}
	export interface GuestShape {
	    separator: string;
	    fields: string[];
	    headers: string[];
	    samples: string[][];
	    lines: number;
	}
	export interface SkippedLine {
	    line: number;
	    text: string;
	    why: string;
	}
	export interface InvitedFrom {
	    title: string;
	    when: string;
	    others: number;
	    fits: boolean;
	}
	export interface GuestListView {
	    from: InvitedFrom;
	    guests: GuestForm[];
	    skipped: SkippedLine[];
	    shapes: GuestShape[];
	}
	export interface GuestMatch {
	    person: PersonRow;
	    sure: boolean;
	    reasons: Reason[];
	}
	export interface GuestNoteForm {
	    guest: number;
	    remark: string;
	    promise: string;
	    topics: string[];
	    on: number;
	}
	
	export interface GuestView {
	    id: number;
	    line: string;
	    name: string;
	    organisation: string;
	    role: string;
	    mail: string;
	    phone: string;
	    note: string;
	    person: number;
	    stranger: boolean;
	    status: string;
	    coffee: boolean;
	    remark: string;
	    matches: GuestMatch[];
	}
	export interface HavingView {
	    person: PersonRow;
	    level: string;
	    since: string;
	}
	export interface HealthView {
	    code: string;
	    damaged: boolean;
	    date: string;
	    people: number;
	}
	export interface ImportGroup {
	    name: string;
	    members: number;
	    joined: number;
	    missing: string[];
	}
	export interface Problem {
	    code: string;
	    args: Argument[];
	}
	export interface ImportFile {
	    name: string;
	    path: string;
	    bytes: number;
	    cards: number;
	    encoding: string;
	    guessed: boolean;
	    versions: string[];
	    producer: string;
	    repairs: number;
	    problem?: Problem;
	    table: TableKnowledge;
	    layout: string;
	    keptColumns: string[];
	    groups: ImportGroup[];
	}
	
	export interface ImportPlan {
	    add: number;
	    merge: number;
	    skip: number;
	    later: number;
	}
	export interface Lines {
	    total: number;
	    shown: number;
	    kept: number;
	    unreadable: number;
	}
	export interface ImportPreview {
	    id: string;
	    files: ImportFile[];
	    cards: number;
	    new: number;
	    same: number;
	    changed: number;
	    similar: number;
	    unreadable: number;
	    lines: Lines;
	    repairs: number;
	    plan: ImportPlan;
	}
	export interface TwinView {
	    name: string;
	    file: string;
	    card: number;
	    line: number;
	}
	export interface ImportRow {
	    index: number;
	    file: string;
	    card: number;
	    line: number;
	    name: string;
	    detail: string;
	    organisation: boolean;
	    changed: boolean;
	    match?: PersonRow;
	    twin?: TwinView;
	    reasons: Reason[];
	    decision: Decision;
	}
	export interface ImportRows {
	    total: number;
	    offset: number;
	    items: ImportRow[];
	}
	export interface IntroductionView {
	    id: number;
	    occasion: string;
	    shortDe: string;
	    longDe: string;
	    shortEn: string;
	    longEn: string;
	}
	export interface Invitation {
	    event: EventForm;
	    guests: number;
	    events: number;
	    known: number;
	    news: ChangedField[];
	}
	
	export interface Letter {
	    letter: string;
	    offset: number;
	}
	
	export interface Loss {
	    property: string;
	    reason: string;
	    count: number;
	    example: string;
	}
	export interface MeView {
	    person: number;
	    code: CodeView;
	    introductions: IntroductionView[];
	}
	export interface Position {
	    index: number;
	    organisation: string;
	    unit: string;
	    title: string;
	    role: string;
	    since: string;
	    until: string;
	}
	export interface MemberView {
	    person: PersonRow;
	    positions: Position[];
	}
	export interface MergeCell {
	    values: DifferenceValue[];
	}
	export interface MergeChoice {
	    key: string;
	    person: number;
	    drop: boolean;
	}
	export interface MergeRow {
	    key: string;
	    field: string;
	    property: string;
	    single: boolean;
	    lead: number;
	    cells: MergeCell[];
	}
	export interface MissingPerson {
	    name: string;
	    whole: number;
	    wholeName: string;
	    deleted: boolean;
	}
	export interface MergeView {
	    people: PersonRow[];
	    rows: MergeRow[];
	    missing: MissingPerson[];
	}
	export interface MessageForm {
	    route: number[];
	    about: string;
	    language: string;
	}
	export interface MessageView {
	    to: number;
	    name: string;
	    mail: string;
	    subject: string;
	    text: string;
	}
	
	export interface NextEvent {
	    id: number;
	    title: string;
	    when: string;
	    place: string;
	}
	export interface OperationView {
	    id: number;
	    at: string;
	    kind: string;
	    name: string;
	    count: number;
	    undone: boolean;
	    canUndo: boolean;
	    standsOn: number;
	}
	export interface OperationDetail {
	    known: boolean;
	    people: TallyView;
	    first: ChangedPerson[];
	    things: ChangedThings[];
	    later: OperationView[];
	    laterCount: number;
	}
	export interface OperationPage {
	    total: number;
	    offset: number;
	    items: OperationView[];
	    canUndo: boolean;
	    canRedo: boolean;
	}
	
	export interface Organisation {
	    name: string;
	    count: number;
	}
	export interface ThreadView {
	    id: number;
	    text: string;
	    state: string;
	    people: number[];
	    others: PersonName[];
	    event: number;
	    opened: string;
	    closed: string;
	}
	export interface TopicCount {
	    name: string;
	    people: number;
	    into: number;
	    offers: number;
	    asks: number;
	}
	export interface OrganisationView {
	    name: string;
	    card: number;
	    now: MemberView[];
	    before: MemberView[];
	    topics: TopicCount[];
	    ways: AnswerView[];
	    encounters: EncounterView[];
	    threads: ThreadView[];
	}
	export interface PartView {
	    id: number;
	    name: string;
	}
	export interface PeopleGroup {
	    people: number[];
	}
	export interface Source {
	    operation: number;
	    file: string;
	    at: string;
	}
	export interface Related {
	    types: string[];
	    value: string;
	    label: string;
	    inBook: boolean;
	}
	export interface Value {
	    index: number;
	    value: string;
	    e164: string;
	    types: string[];
	    label: string;
	    kind: string;
	    preferred: boolean;
	}
	export interface Topic {
	    index: number;
	    name: string;
	    kind: string;
	    level: string;
	    since: string;
	}
	export interface PersonView {
	    id: number;
	    uid: string;
	    name: string;
	    derived: boolean;
	    family: string;
	    given: string;
	    additional: string;
	    prefixes: string;
	    suffixes: string;
	    nicknames: string[];
	    kind: string;
	    organisation: string;
	    unit: string;
	    title: string;
	    role: string;
	    since: string;
	    until: string;
	    further: Position[];
	    topics: Topic[];
	    phones: Value[];
	    emails: Value[];
	    links: Value[];
	    messengers: Value[];
	    addresses: Address[];
	    dates: DateValue[];
	    notes: string[];
	    tags: string[];
	    related: Related[];
	    others: Field[];
	    photo: string;
	    photoUrl: string;
	    source: Source;
	    created: string;
	    changed: string;
	}
	export interface PersonChange {
	    person: PersonView;
	    change: Change;
	}
	export interface PersonForm {
	    name: string;
	    family: string;
	    given: string;
	    additional: string;
	    prefixes: string;
	    suffixes: string;
	    nicknames: string[];
	    organisation: string;
	    unit: string;
	    title: string;
	    role: string;
	    since: string;
	    until: string;
	    further: Position[];
	    topics: Topic[];
	    phones: Value[];
	    emails: Value[];
	    links: Value[];
	    messengers: Value[];
	    addresses: Address[];
	    dates: DateValue[];
	    notes: string[];
	    tags: string[];
	}
	
	export interface PersonPage {
	    total: number;
	    offset: number;
	    items: PersonRow[];
	}
	
	
	
	export interface PictureFileForm {
	    format: string;
	    dark: boolean;
	}
	export interface PictureForm {
	    centre: number;
	    steps: number;
	    kinds: string[];
	    colour: ColourBy;
	    alone: boolean;
	}
	export interface PictureGroup {
	    key: string;
	    name: string;
	    given: boolean;
	    around: string;
	    member: number;
	    colour: string;
	    size: number;
	}
	export interface PictureNode {
	    key: string;
	    kind: NodeKind;
	    person: number;
	    name: string;
	    photo: string;
	    pinned: boolean;
	    group: number;
	    step: number;
	}
	export interface PictureTie {
	    kind: string;
	    word: string;
	    closed: boolean;
	}
	export interface PictureView {
	    revision: number;
	    nodes: PictureNode[];
	    x: number[];
	    y: number[];
	    from: number[];
	    to: number[];
	    tie: number[];
	    ties: PictureTie[];
	    groups: PictureGroup[];
	    settled: boolean;
	}
	export interface PlaceForm {
	    key: string;
	    x: number;
	    y: number;
	    pinned: boolean;
	}
	
	
	
	export interface ReceiptView {
	    operation: number;
	    at: string;
	    files: ImportFile[];
	    cards: number;
	    added: number;
	    merged: number;
	    skipped: number;
	    later: number;
	    undecided: number;
	    unreadable: number;
	    lines: Lines;
	    repairs: number;
	    undone: boolean;
	    sample: boolean;
	    standsOn: number;
	}
	export interface RestoreView {
	    coming: DifferingView;
	    going: DifferingView;
	    changing: DifferingView;
	    things: DifferingThing[];
	}
	export interface RecoveryView {
	    nothing: boolean;
	    people: number;
	    lost: DifferingView;
	    same: DifferingView;
	    changed: DifferingView;
	    things: string[];
	    history: boolean;
	    carved: boolean;
	    date: string;
	    backedUp: number;
	    since: RestoreView;
	}
	
	export interface RepairRow {
	    file: string;
	    card: number;
	    line: number;
	    reason: string;
	    text: string;
	    made: string;
	}
	export interface RepairRows {
	    total: number;
	    offset: number;
	    items: RepairRow[];
	}
	
	export interface RouteView {
	    people: PersonRow[];
	    steps: Connection[];
	}
	export interface SettingsView {
	    language: string;
	    theme: string;
	    sortBy: string;
	    nameOrder: string;
	    region: string;
	    sheetIntroduction: string;
	    binDays: number;
	    historyDays: number;
	}
	export interface SheetFields {
	    photo: boolean;
	    role: boolean;
	    organisation: boolean;
	    phone: boolean;
	    email: boolean;
	    tags: boolean;
	    tick: boolean;
	    line: boolean;
	    address: boolean;
	    birthday: boolean;
	    note: boolean;
	    qr: boolean;
	}
	export interface SheetForm {
	    query: PersonQuery;
	    event: number;
	    layout: string;
	    paper: string;
	    lang: string;
	    title: string;
	    date: string;
	    place: string;
	    introduction: string;
	    questions: string[];
	    fields: SheetFields;
	}
	export interface SheetHead {
	    title: string;
	    date: string;
	    place: string;
	    introduction: string;
	    questions: string[];
	}
	export interface SheetPreview {
	    url: string;
	    pages: number;
	    people: number;
	    missing: string[];
	}
	
	
	export interface StayedValue {
	    field: string;
	    property: string;
	    value: DifferenceValue;
	}
	export interface SplitView {
	    change: Change;
	    stayed: StayedValue[];
	    gone: StayedValue[];
	}
	export interface StartView {
	    settings: SettingsView;
	    language: string;
	    mac: boolean;
	    version: string;
	    book: string;
	    people: number;
	    sampleHere: boolean;
	    files: string[];
	    aside: string;
	    problem?: Problem;
	}
	
	export interface TableView {
	    name: string;
	    path: string;
	    known: TableKnowledge;
	    layout: string;
	    headed: boolean;
	    encoding: string;
	    columns: ColumnView[];
	    samples: string[][];
	    fields: FieldView[];
	}
	export interface Tag {
	    name: string;
	    colour: string;
	    count: number;
	}
	
	export interface ThreadAtHand {
	    thread: ThreadView;
	    why: Reason;
	}
	export interface ThreadForm {
	    id: number;
	    text: string;
	    state: string;
	    people: number[];
	    event: number;
	    opened: string;
	    closed: string;
	}
	
	
	export interface TimelineView {
	    encounters: EncounterView[];
	    threads: ThreadView[];
	}
	export interface TodayView {
	    event: NextEvent;
	    threads: ThreadAtHand[];
	    drawer: PersonRow[];
	}
	
	
	export interface TopicEvent {
	    id: number;
	    title: string;
	    when: string;
	    place: string;
	}
	export interface TopicView {
	    name: string;
	    into: HavingView[];
	    offers: HavingView[];
	    asks: HavingView[];
	    events: TopicEvent[];
	    encounters: EncounterView[];
	    threads: ThreadView[];
	}
	
	
	
	export interface WordView {
	    name: string;
	    count: number;
	}
	export interface WrittenEvening {
	    change: Change;
	    waiting: string[];
	}
	export interface WrittenFile {
	    path: string;
	    count: number;
	    pages: number;
	    missing: string[];
	}

}

