import type { Connection, Fact, Tie } from '../../api/views'
import { type Key, called, t } from '../../i18n/i18n.svelte'
import { tellingTypes, typeName } from '../../i18n/types'

/** How two people know each other, as a sentence: what the one it leads to is to the one it comes from, who may be me. */
export function tieSentence(from: string, is: Connection, mine = false): string {
  const who = apart(is.name)
  const kind = is.word ? 'word' : is.kind
  let said = t(`ask.${mine ? 'mine' : 'tie'}.${kind}` as Key, { from: apart(from), who, word: is.word })
  if (is.since) said = t('ask.tie.since', { what: said, since: is.since })
  return is.how ? t('ask.tie.how', { what: said, how: is.how }) : said
}

// A name in another script must not turn the sentence around it.
function apart(name: string): string {
  return `\u2068${called(name)}\u2069`
}

/** The sentence of a tie of an answer. */
export function reasonOf(tie: Tie, me: number): string {
  return tieSentence(tie.fromName, tie.is, tie.from === me)
}

/** What a card says, as a sentence. */
export function factSentence(fact: Fact): string {
  if (fact.kind === 'organisation') {
    return fact.detail ? t('ask.fact.work', { what: fact.detail, where: fact.value }) : t('ask.fact.organisation', { where: fact.value })
  }
  if (fact.kind === 'place') {
    const label = fact.label || tellingTypes(fact.types).map(typeName).join(' · ')
    return label ? t('ask.fact.place', { label, where: fact.value }) : t('ask.fact.place.plain', { where: fact.value })
  }
  return t(`ask.fact.${fact.detail}` as Key, { topic: fact.value })
}
