import type { Topic } from '../api/views'

/** What a topic can be to somebody, in the order in which they are shown. */
export const TOPIC_KINDS = ['interest', 'offer', 'question'] as const

/** The topics of a person by what they are to them; kinds without any are left out. */
export function byKind(topics: Topic[]): { kind: (typeof TOPIC_KINDS)[number]; topics: Topic[] }[] {
  return TOPIC_KINDS.map((kind) => ({ kind, topics: topics.filter((topic) => topic.kind === kind) })).filter(({ topics }) => topics.length > 0)
}
