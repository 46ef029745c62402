/**
 * What every new Galley of a test begins with, made once for a whole run: a migrated SQLite file, and the first admin with
 * a session. Migrating and hashing passwords would else take most of a test file's time.
 */
import { copyFile, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import mongoose from 'mongoose'
import type { Payload } from 'payload'
import type { TestProject } from 'vitest/node'
import { exists } from '../../database/exists.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Empty at first: the first test of a kind fills it. */
    templates: string
  }
}

/** vitest's globalSetup. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(path.join(tmpdir(), 'galley-templates-'))
  project.provide('templates', folder)
  return () => rm(folder, { recursive: true, force: true })
}

const { EJSON } = mongoose.mongo.BSON
type Galley = { payload: Payload; url: string }

/** Puts the migrated file at `url`. Whether there was one. */
export async function copyTemplate(templates: string, url: string): Promise<boolean> {
  const file = path.join(templates, 'sqlite', 'galley.db')
  if (!(await exists(file))) return false
  await copyFile(file, url.slice('file:'.length))
  return true
}

/** The token of the first admin's session. `isCopy`: of the template. Else that admin is made by `signIn`, and kept. */
export async function firstToken(
  templates: string,
  { payload, url, isCopy }: Galley & { isCopy: boolean },
  signIn: () => Promise<string>,
): Promise<string> {
  const isFile = url.startsWith('file:')
  const folder = path.join(templates, isFile ? 'sqlite' : 'mongodb')
  const kept = path.join(folder, 'first.json')
  if (isFile ? isCopy : await exists(kept)) {
    const { token, user } = EJSON.parse(await readFile(kept, 'utf8'))
    if (!isFile) await usersOf(payload).insertOne(user)
    return token
  }
  const token = await signIn()
  const own = await mkdtemp(`${folder}-`)
  const user = isFile ? null : await usersOf(payload).findOne()
  await writeFile(path.join(own, 'first.json'), EJSON.stringify({ token, user }, { relaxed: false }))
  if (isFile) await snapshot(url, path.join(own, 'galley.db'))
  // Another process may have been first.
  await rename(own, folder).catch(() => rm(own, { recursive: true }))
  return token
}

function usersOf({ db }: Payload) {
  const { collections } = db as unknown as { collections: { [slug: string]: mongoose.Model<object> } }
  const users = collections.users
  if (!users) throw new Error('There is no collection of users.')
  return users.collection
}

async function snapshot(url: string, file: string): Promise<void> {
  const client = createClient({ url })
  await client.execute({ sql: 'VACUUM INTO ?', args: [file] })
  client.close()
}
