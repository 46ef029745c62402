/** The composition root: lists the parts, holds no logic. */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import { guardCollections } from './collections/every-collection.ts'
import { collections, globals } from './collections/index.ts'
import { showLinkedInDrafts } from './collections/linkedin-drafts.ts'
import { showPublications } from './collections/publications.ts'
import { Attempts } from './collections/users/lockout.ts'
import { mail } from './collections/users/mail.ts'
import { signInWords } from './collections/users/words.ts'
import { type DatabaseOptions, database } from './database/index.ts'
import { noteTransient } from './database/whole-operation.ts'
import { MAX_BYTES } from './media/limits.ts'
import { channels } from './pipelines/channels/registry.ts'
import { ledgerCollections } from './pipelines/ledger/collections.ts'
import { type Env, originsOf, readEnv } from './src/env.ts'
import { loggerOptions } from './src/log.ts'

const root = path.dirname(fileURLToPath(import.meta.url))

/** Galley's Payload configuration for an environment. */
export const galleyConfig = async (env: Env, options?: DatabaseOptions) =>
  buildConfig({
    secret: env.secret,
    serverURL: env.publicUrl,
    custom: { siteUrl: env.siteUrl },
    db: await database(env.databaseUrl, options),
    editor: lexicalEditor(),
    email: mail(env),
    collections: [
      ...collections.map((collection) =>
        collection.slug === 'media'
          ? { ...collection, upload: { ...Object(collection.upload), staticDir: env.uploadsDir } }
          : collection,
      ),
      ...channels.flatMap((channel) => channel.collections).map(showLinkedInDrafts),
      ...ledgerCollections.map(showPublications),
      Attempts,
    ],
    globals,
    hooks: { afterError: [noteTransient] },
    admin: {
      user: 'users',
      avatar: 'default',
      importMap: { baseDir: root },
      meta: { titleSuffix: ' · Galley' },
      // Long enough to read why something was refused.
      toast: { duration: 12_000 },
      components: { views: { dashboard: { Component: '/src/admin/dashboard/dashboard.tsx#Dashboard' } } },
    },
    csrf: originsOf(env),
    i18n: { translations: { en: signInWords({ hasMail: Boolean(env.smtpUrl) }) } },
    defaultDepth: 1,
    maxDepth: 3,
    graphQL: { disable: true },
    telemetry: false,
    logger: { options: loggerOptions(env.logLevel), destination: process.stderr },
    upload: {
      limits: { fileSize: MAX_BYTES },
      responseOnLimit: `The file is larger than ${MAX_BYTES / 1e6} MB: make it smaller.`,
    },
    typescript: { outputFile: path.join(root, 'payload-types.ts') },
  }).then(guardCollections)

export default galleyConfig(readEnv())
