/** What role profiles have beyond other items: neighbours, and one beside another. */
import { exampleCard } from './examples.ts'
import { type Operations, read } from './operation.ts'
import type { Schema } from './schema.ts'
export const roleSchemas: { [name: string]: Schema } = {}
export const roleOperations = (): Operations => ({})
