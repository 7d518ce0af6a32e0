import type { Person, Value } from '../views'

// Nobody here exists. The names are chosen to be awkward: long, without a family name, in other scripts, with umlauts.
const CHOSEN: [given: string, family: string, title: string, organisation: string, tags: string[]][] = [
  ['Anna-Lena', 'Bergström', 'Redakteurin', 'Hafenradio', ['Open Space', 'Coaching']],
  ['Nadia', 'Abbas', 'Ergotherapeutin', 'Praxis am Wall', ['Coaching']],
  ['Jonas', 'Ahrens', '', 'Werft Ahrens', ['Chor', 'Segeln']],
  ['Çiğdem', 'Aksoy', 'Dolmetscherin', '', ['Sprachen']],
  ['Matteo', 'Bianchi', '', 'Rösterei Bianchi', ['Kaffee']],
  ['Ingrid', 'Spaßlund-Oberhäuser', 'Geschäftsführung', 'Institut für angewandte Gelassenheit und Zuversicht', ['Open Space']],
  ['军', '陈', 'Lehrer', '上海', []],
  ['نور', 'خوري', 'Architektin', 'مكتب خوري', ['Segeln']],
  ['Karoline', 'Dörr', 'Coaching', '', ['Open Space', 'Sprachen']],
  ['Emeka', 'Eze', '', 'Chor am Deich', ['Chor']],
  ['Jürgen', 'Großmann', 'Leiter Netze', 'Stadtwerke', []],
  ['', 'Möller', '', 'Möller & Söhne', []],
]

const GIVEN = ['Ada', 'Bruno', 'Clara', 'Dilek', 'Erik', 'Fatima', 'Greta', 'Henrik', 'Ilse', 'Jannis', 'Kofi', 'Lena', 'Malik']
const FAMILY = ['Albers', 'Brandt', 'Claßen', 'Demir', 'Ehlers', 'Falk', 'Grün', 'Hansen', 'Iversen', 'Jahn', 'Köhler', 'Lüders']
const MORE = ['Nowak', 'Öztürk', 'Petersen', 'Quast', 'Richter', 'Sørensen', 'Thoma', 'Uhl', 'Vogt', 'Wendt', 'Ylmaz', 'Zander']
const WORK = ['', 'Lotsenhaus', 'Buchladen am Kanal', 'Werkhof', 'Volkshochschule', 'Tischlerei Falk', 'Hafenradio']
const ROLE = ['', 'Lehrerin', 'Tischler', 'Gärtnerin', 'Entwickler', 'Hebamme']
const TAGS = ['Open Space', 'Coaching', 'Chor', 'Segeln', 'Sprachen', 'Kaffee']

/** Invents so many people, always the same ones. The first dozen are the awkward ones. */
export function invent(count: number): Person[] {
  return Array.from({ length: count }, (_, i) => {
    const chosen = CHOSEN[i]
    if (chosen) return person(i + 1, ...chosen)
    const families = [...FAMILY, ...MORE]
    const tags = TAGS.filter((_, k) => (i * 7 + k * 5) % 11 === 0)
    return person(i + 1, at(GIVEN, i * 5), at(families, i * 7), at(ROLE, i * 3), at(WORK, i * 4), tags)
  })
}

function at(list: string[], i: number): string {
  return list[i % list.length] ?? ''
}

function person(id: number, given: string, family: string, title: string, organisation: string, tags: string[]): Person {
  const name = /[\u4e00-\u9fff]/.test(family) ? `${family} ${given}` : `${given} ${family}`.trim()
  const mailbox = `${given}.${family}`.toLowerCase().replace(/[^a-z.]/g, '').replace(/^\.+|\.+$/g, '') || `person${id}`
  return {
    id,
    uid: `urn:uuid:invented-${id}`,
    name,
    derived: given === '',
    family,
    given,
    additional: '',
    prefixes: id === 6 ? 'Dr.' : '',
    suffixes: '',
    nicknames: id === 1 ? ['Anni'] : [],
    kind: 'individual',
    organisation,
    unit: id === 1 ? 'Nachrichten' : '',
    title,
    role: '',
    since: '',
    until: '',
    further: [],
    topics: [],
    phones: [
      value(5, `+49 170 555 ${String(id).padStart(4, '0')}`, ['cell'], true),
      ...(id % 3 === 1 ? [value(6, `+49 40 555 ${String(id).padStart(4, '0')}`, ['work'])] : []),
    ],
    emails: [value(8, `${mailbox}@mail.example`, ['home'])],
    links: id % 5 === 1 ? [value(9, `https://${mailbox}.example`, [])] : [],
    messengers: id === 1 ? [{ ...value(10, 'anna.b', []), kind: 'Signal' }] : [],
    addresses:
      id % 4 === 1
        ? [
            {
              index: 11,
              poBox: '',
              extended: '',
              street: 'Am Sandtor 4',
              city: 'Hamburg',
              region: '',
              postalCode: '20457',
              country: 'Deutschland',
              formatted: 'Am Sandtor 4\n20457 Hamburg\nDeutschland',
              types: ['home'],
              label: '',
            },
          ]
        : [],
    dates: id % 4 === 1 ? [{ index: 12, kind: 'birthday', year: 0, month: 5, day: 12, text: '', label: '' }] : [],
    notes: id === 1 ? ['Lange über den Umzug des Senders geredet.\nWollte den Artikel über Genossenschaften schicken.'] : [],
    tags,
    related: id === 1 ? [{ types: ['friend'], value: 'Karoline Dörr', label: '', inBook: false }] : [],
    others: id === 1 ? [{ name: 'X-ANDROID-CUSTOM', value: 'vnd.android.cursor.item/relation;;1' }] : [],
    photo: '',
    photoUrl: '',
    source: { operation: 1, file: 'handy-2026-11.vcf', at: '2026-11-20T18:12:00Z' },
    created: '2026-11-20T18:12:00Z',
    changed: '2026-11-20T18:12:00Z',
  }
}

function value(index: number, text: string, types: string[], preferred = false): Value {
  return { index, value: text, e164: text.replace(/[^+\d]/g, ''), types, label: '', kind: '', preferred }
}
