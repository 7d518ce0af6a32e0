import { EVERYONE, type PersonQuery } from '../../api/views'
import { hash } from '../../session/router.svelte'

/** The filters of the list as the address of the window keeps them. */
export interface Filters {
  text: string
  /** Tags that people are to wear: any of them or all of them. */
  tags: string[]
  every: boolean
  /** Tags that they are not to wear. */
  without: string[]
  organisation: string
  /** Topics that people are to have any of, in whatever kind. */
  topics: string[]
  import: number
  untagged: boolean
}

/** No filter at all. */
export const NO_FILTERS: Filters = {
  text: '',
  tags: [],
  every: false,
  without: [],
  organisation: '',
  topics: [],
  import: 0,
  untagged: false,
}

/** Reads the filters from the parameters of a route. */
export function filtersOf(params: URLSearchParams): Filters {
  return {
    text: params.get('text') ?? '',
    tags: params.getAll('tag'),
    every: params.get('every') === '1',
    without: params.getAll('without'),
    organisation: params.get('organisation') ?? '',
    topics: params.getAll('topic'),
    import: Number(params.get('import')) || 0,
    untagged: params.get('untagged') === '1',
  }
}

/** The address of the list with these filters, and of a person ("new" for one to be added) where one is open. */
export function addressOf(filters: Filters, person: number | 'new' | undefined): string {
  return hash(person === undefined ? ['people'] : ['people', person], {
    text: filters.text,
    tag: filters.tags,
    every: filters.every ? '1' : '',
    without: filters.without,
    organisation: filters.organisation,
    topic: filters.topics,
    import: filters.import ? String(filters.import) : '',
    untagged: filters.untagged ? '1' : '',
  })
}

/** The question that the filters put to the book. */
export function queryOf(filters: Filters): PersonQuery {
  return {
    ...EVERYONE,
    text: filters.text.trim(),
    anyTags: filters.every ? [] : filters.tags,
    allTags: filters.every ? filters.tags : [],
    noTags: filters.without,
    organisation: filters.organisation,
    topics: filters.topics,
    import: filters.import,
    untagged: filters.untagged,
  }
}

/** Tells whether the filters leave somebody out. */
export function isNarrowed(filters: Filters): boolean {
  return addressOf(filters, undefined) !== addressOf({ ...NO_FILTERS, every: filters.every }, undefined)
}
