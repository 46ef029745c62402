import { expect, it } from 'vitest'
import { toDetail } from './problem.ts'

it('leaves out where in the program a message comes from', () => {
  expect(toDetail('[database] Others changed the same.')).toBe('Others changed the same.')
  expect(toDetail('[notes] is the first word of the title')).toBe('[notes] is the first word of the title')
})
