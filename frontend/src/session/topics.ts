import type { Topic } from '../api/views'

/** What a topic can be to somebody, in the order in which they are shown. */
export const TOPIC_KINDS = ['interest', 'offer', 'question'] as const
export type TopicKind = (typeof TOPIC_KINDS)[number]

/** The topics of a person by what they are to them; kinds without any are left out. */
export function byKind(topics: Topic[]): { kind: TopicKind; topics: Topic[] }[] {
  return TOPIC_KINDS.map((kind) => ({ kind, topics: topics.filter((topic) => topic.kind === kind) })).filter(({ topics }) => topics.length > 0)
}
