/** Reads a query string as parameters.ts says. Pure. */
import type { Answer } from './answer.ts'
import type { Parameter } from './parameter.ts'
import { problemAnswer } from './problem-answer.ts'

/** Values of what was given, by parameter; more than one only where comma is OR. Dates as the store writes them. */
export type Given = ReadonlyMap<string, readonly string[]>

const MOST_VALUES = 50
const LONGEST_VALUE = 2_000
/** ISO 8601: a day, or a time with its offset. */
const DATE = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/
const NUMBER = /^\d{1,15}(\.\d{1,6})?$/

/** 400 names the parameter and its value and lists what is allowed. */
export function readQuery(query: URLSearchParams, parameters: readonly Parameter[]): Given | Answer {
  const given = new Map<string, readonly string[]>()
  for (const [name, written] of query) {
    const parameter = parameters.find((one) => one.name === name)
    if (!parameter) return unknownParameter(name, parameters)
    if (given.has(name)) return refusal(parameter, written, 'is given more than once')
    const values = parameter.isMany ? splitAtCommas(written) : [written]
    if (values.length > MOST_VALUES)
      return refusal(parameter, written, `holds more than ${MOST_VALUES} values`)
    const read = values.map((value) => readValue(parameter, value))
    const fault = read.indexOf(null)
    if (fault >= 0) return refusal(parameter, values[fault] ?? '', `must be ${allowedBy(parameter)}`)
    given.set(name, [...new Set(read as string[])])
  }
  return given
}

/** Whether `readQuery` has refused. */
export const isAnswer = (read: Given | Answer): read is Answer => 'status' in read

/** 400 for a value that only its reader can judge. */
export function refusal(parameter: Pick<Parameter, 'name' | 'values'>, value: string, why: string): Answer {
  const { name, values } = parameter
  return problemAnswer({
    status: 400,
    detail: `"${name}" ${why}.`,
    parameter: name,
    value: shortened(value),
    ...(values ? { allowed: values } : {}),
  })
}

function unknownParameter(name: string, parameters: readonly Parameter[]): Answer {
  const allowed = parameters.map((parameter) => parameter.name)
  const list = allowed.length === 0 ? 'none' : allowed.join(', ')
  return problemAnswer({
    status: 400,
    detail: `There is no parameter "${shortened(name)}" here. Parameters: ${list}.`,
    parameter: shortened(name),
    allowed,
  })
}

/** `\,` is a comma within a value. */
function splitAtCommas(written: string): string[] {
  return written.split(/(?<!\\),/, MOST_VALUES + 1).map((value) => value.replaceAll('\\,', ','))
}

/** Null: not allowed. */
function readValue({ kind, values, min, max }: Parameter, value: string): string | null {
  if (value === '' || value.length > LONGEST_VALUE || /\p{Cc}/u.test(value)) return null
  switch (kind) {
    case 'text':
      return value
    case 'one of':
    case 'some of':
      return values?.includes(value) ? value : null
    case 'flag':
      return value === 'true' || value === 'false' ? value : null
    case 'date': {
      const time = DATE.test(value) && isDay(value.slice(0, 10)) ? Date.parse(value) : Number.NaN
      return Number.isNaN(time) ? null : new Date(time).toISOString()
    }
    default: {
      const isNumber = kind === 'number' ? NUMBER.test(value) : /^\d{1,15}$/.test(value)
      const number = Number(value)
      const isWithin = number >= (min ?? number) && number <= (max ?? number)
      return isNumber && isWithin ? value : null
    }
  }
}

/** `Date.parse` takes the 31st of February for the 3rd of March. `day`: YYYY-MM-DD. */
function isDay(day: string): boolean {
  const time = Date.parse(day)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

function allowedBy({ kind, values, min, max, isMany }: Parameter): string {
  const range = max === undefined ? `of ${min} or more` : `from ${min} to ${max}`
  const words: { [kind in Parameter['kind']]: string } = {
    text: `${isMany ? 'texts, separated by commas, each' : 'text'} of 1 to ${LONGEST_VALUE} characters without control characters`,
    'one of': `one of ${values?.join(', ')}`,
    'some of': `one or more of ${values?.join(', ')}, separated by commas`,
    flag: 'true or false',
    date: 'a date (2026-01-31) or a time with its offset (2026-01-31T00:00:00Z; in an address + is written %2B)',
    number: `a number ${range}`,
    'whole number': `a whole number ${range}`,
  }
  return words[kind]
}

const shortened = (text: string) => (text.length > 200 ? `${text.slice(0, 200)}…` : text)
