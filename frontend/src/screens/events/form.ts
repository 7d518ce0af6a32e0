import type { EventForm } from '../../api/views'

/** An event as it is written in the fields of the form. */
export interface Written {
  title: string
  day: string
  time: string
  place: string
  link: string
  topics: string
  introduction: string
  questions: string
  note: string
}

/** Writes an event into the fields. */
export function written({ title, when, place, link, topics, note, introduction, questions }: EventForm): Written {
  const [day = '', time = ''] = when.split(' ')
  return { title, day, time, place, link, note, introduction, topics: topics.join(', '), questions: questions.join('\n') }
}

/** Reads the fields: topics between commas, questions by the line. A time without a day is none. */
export function formOf(id: number, { title, day, time, place, link, topics, note, introduction, questions }: Written): EventForm {
  const parts = (text: string, between: RegExp) => text.split(between).map((part) => part.trim()).filter(Boolean)
  const when = day && time ? `${day} ${time.slice(0, 5)}` : day
  return { id, title, when, place, link, note, introduction, topics: parts(topics, /[,;\n]/), questions: parts(questions, /\n/) }
}

/** Tells whether a day is over. What is not a whole day yet, or a year that is still being typed, is not. */
export function isOver(day: string, now: Date): boolean {
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  return /^[1-9]\d{3}-\d\d-\d\d$/.test(day) && day < today
}
