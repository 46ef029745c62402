/** A server of its own, and an editor who works in it over HTTP. */
import { rm } from 'node:fs/promises'
import { newDataDir, PASSWORD, type Program, startProgram } from '../support/program.ts'
import { untilCaughtUp } from './caught-up.ts'

const EMAIL = 'bench@galley.test'

export type Editor = {
  url: string
  /** @throws when the answer is no success. */
  send<T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<T>
  /** Resolves when every channel has read the whole ledger. */
  caughtUp(): Promise<void>
  close(): Promise<void>
}

export async function startEditor(variables: { [name: string]: string } = {}): Promise<Editor> {
  const dataDir = await newDataDir()
  const program = await startProgram({
    ...{ DATA_DIR: dataDir, GALLEY_DEMO: 'off', ADMIN_UI: 'off', ADMIN_EMAIL: EMAIL },
    ...variables,
  })
  const { url } = program
  const headers: { [name: string]: string } = { 'Content-Type': 'application/json' }
  async function send<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await fetch(url + path, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const { token } = await send<{ token: string }>('POST', '/api/users/login', {
    email: EMAIL,
    password: PASSWORD,
  })
  headers.Authorization = `JWT ${token}`
  return {
    url,
    send,
    caughtUp: () => untilCaughtUp(url),
    close: () => end(program, dataDir),
  }
}

async function end(program: Program, dataDir: string): Promise<void> {
  program.child.kill('SIGTERM')
  await program.ended
  await rm(dataDir, { recursive: true, force: true })
}
