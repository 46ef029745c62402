/** The composition root: lists the parts, holds no logic. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import { collections, globals } from './collections/index.ts'
import { noEmail } from './collections/users/no-email.ts'
import { database } from './database/index.ts'
import { channels } from './pipelines/channels/registry.ts'
import { ledgerCollections } from './pipelines/ledger/collections.ts'
import { type Env, readEnv } from './src/env.ts'

const root = path.dirname(fileURLToPath(import.meta.url))

/** Galley's Payload configuration for an environment. */
export const galleyConfig = (env: Env) =>
  buildConfig({
    secret: env.secret,
    serverURL: env.publicUrl,
    db: database(env.databaseUrl),
    editor: lexicalEditor(),
    email: noEmail,
    collections: [
      ...collections.map((collection) =>
        collection.slug === 'media'
          ? { ...collection, upload: { ...Object(collection.upload), staticDir: env.uploadsDir } }
          : collection,
      ),
      ...channels.flatMap((channel) => channel.collections),
      ...ledgerCollections,
    ],
    globals,
    admin: {
      user: 'users',
      avatar: 'default',
      importMap: { baseDir: root },
      meta: { titleSuffix: ' · Galley' },
      // Long enough to read why something was refused.
      toast: { duration: 12_000 },
    },
    csrf: [...new Set([env.publicUrl, ...env.ownOrigins])],
    defaultDepth: 1,
    maxDepth: 3,
    graphQL: { disable: true },
    telemetry: false,
    logger: { options: { level: env.logLevel, name: 'galley' }, destination: process.stderr },
    upload: { limits: { fileSize: 25_000_000 } },
    typescript: { outputFile: path.join(root, 'payload-types.ts') },
  })

export default galleyConfig(readEnv())
