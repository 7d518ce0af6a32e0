import { beforeEach, describe, expect, test } from 'vitest'
import { fakeApi, type FakeApi } from '../../api/fake/fake'
import type { Person } from '../../api/views'
import { Session } from '../../session/session.svelte'
import { FormController, NEW_LINE, OWN_LABEL, choiceOf, choicesOf, formOf, label } from './form.svelte'

let api: FakeApi
let session: Session
let anna: Person

beforeEach(async () => {
  api = fakeApi(12)
  session = new Session(api, await api.shell.start(), window)
  anna = await api.people.read(1)
})

describe('a form', () => {
  test('that nobody touched has nothing to save', () => {
    expect(new FormController(session, anna).dirty).toBe(false)
    expect(new FormController(session, undefined).dirty).toBe(false)
  })

  test('sends back what it was given when nothing is changed', () => {
    const form = formOf(new FormController(session, anna).draft)
    expect(form.phones).toEqual(anna.phones)
    expect(form.addresses).toEqual(anna.addresses)
    expect(form.notes).toEqual(anna.notes)
    expect(form.tags).toEqual(anna.tags)
  })

  test('lets go of what was added and left empty', () => {
    const form = new FormController(session, anna)
    for (const kind of ['phones', 'emails', 'addresses', 'dates', 'notes'] as const) form.add(kind)
    expect(form.dirty).toBe(false)
  })

  test('keeps the line of a value that is changed, and gives a new one none', () => {
    const form = new FormController(session, anna)
    form.draft.phones[0]!.value = '+49 170 555 9999'
    form.add('phones')
    form.draft.phones.at(-1)!.value = '112'
    expect(formOf(form.draft).phones.map((v) => v.index)).toEqual([5, 6, NEW_LINE])
  })

  test('wants something to find a person by', () => {
    const form = new FormController(session, undefined)
    expect(form.enough).toBe(false)
    form.add('emails')
    form.draft.emails[0]!.value = 'a@b.example'
    expect(form.enough).toBe(true)
  })

  test('saves, and answers who it was', async () => {
    const form = new FormController(session, undefined)
    form.rename('given', 'Ada')
    expect(await form.save()).toBe(13)
    expect((await api.people.read(13)).name).toBe('Ada')
  })

  test('stays as it is when saving does not work', async () => {
    const form = new FormController(session, undefined)
    form.draft.title = 'Lehrerin'
    expect(await form.save()).toBeUndefined()
    expect(form.draft.title).toBe('Lehrerin')
    expect(form.saving).toBe(false)
  })

  test('finds its lines again when the card was changed beneath it', () => {
    const form = new FormController(session, anna)
    form.draft.phones[1]!.value = '0'
    const moved = { ...anna, phones: anna.phones.map((v) => ({ ...v, index: v.index + 10 })), emails: [] }
    form.rebase(moved)
    expect(form.draft.phones.map((v) => v.index)).toEqual([15, 16])
    expect(form.draft.emails.map((v) => v.index)).toEqual([NEW_LINE])
  })
})

describe('the name that is shown', () => {
  test('follows its parts', () => {
    const form = new FormController(session, anna)
    form.rename('family', 'Berg')
    expect(form.draft.name).toBe('Anna-Lena Berg')
  })

  test('stays when it never was made of them', () => {
    const form = new FormController(session, { ...anna, name: 'Anni vom Radio' })
    form.rename('family', 'Berg')
    expect(form.draft.name).toBe('Anni vom Radio')
  })

  test('keeps its order', () => {
    const form = new FormController(session, { ...anna, name: 'Bergström, Anna-Lena' })
    form.rename('given', 'Anna')
    expect(form.draft.name).toBe('Bergström, Anna')
  })
})

describe('a label', () => {
  const fax = () => ({ types: ['WORK', 'FAX', 'pref'], label: '' })

  test('offers what the value has already', () => {
    expect(choiceOf(fax())).toBe('work fax')
    expect(choicesOf('phones', fax())[0]).toBe('work fax')
  })

  test('keeps what the types say beside it', () => {
    const value = fax()
    label(value, 'home', '')
    expect(value.types).toEqual(['home', 'pref'])
  })

  test('of one’s own stands before the types', () => {
    const value = fax()
    label(value, OWN_LABEL, 'Ferienhaus')
    expect(value).toEqual({ types: ['WORK', 'FAX', 'pref'], label: 'Ferienhaus' })
    expect(choiceOf(value)).toBe(OWN_LABEL)
  })
})
