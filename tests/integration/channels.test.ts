import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { channels } from '../../pipelines/channels/registry.ts'
import { databaseUrl, startGalley, type TestGalley } from '../support/galley.ts'
import { testChannel } from '../support/test-channel.ts'

describe.skipIf(databaseUrl() === null)('channel contract', () => {
  let instance: TestGalley

  beforeAll(async () => {
    instance = await startGalley({ ROLE: 'web' })
  })
  afterAll(() => instance?.close())

  for (const channel of channels) {
    describe(channel.slug, () => testChannel(channel, () => instance.payload))
  }

  it('is run by every registered channel', () => {
    expect(channels.length).toBeGreaterThan(0)
  })
})
