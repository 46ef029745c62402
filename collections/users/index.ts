import { isAdmin, isAdminForField, isAdminOrSelf } from '../../src/access.ts'
import type { CollectionType } from '../collection-type.ts'

const MINUTE = 60_000

export const Users: CollectionType = {
  config: {
    slug: 'users',
    labels: { singular: 'User', plural: 'Users' },
    defaultSort: 'email',
    graphQL: false,
    auth: {
      useAPIKey: true,
      maxLoginAttempts: 5,
      lockTime: 10 * MINUTE,
      tokenExpiration: 8 * 60 * 60,
    },
    admin: {
      group: 'System',
      description: 'Accounts for signing in and keys for other programs.',
      useAsTitle: 'email',
      defaultColumns: ['email', 'name', 'role', 'updatedAt'],
      enableRichTextLink: false,
      enableRichTextRelationship: false,
    },
    access: {
      admin: ({ req }) => Boolean(req.user),
      read: isAdminOrSelf,
      create: isAdmin,
      update: isAdminOrSelf,
      delete: isAdmin,
      unlock: isAdmin,
    },
    fields: [
      { name: 'email', type: 'email', access: { update: isAdminForField } },
      {
        name: 'enableAPIKey',
        type: 'checkbox',
        access: { create: isAdminForField, update: isAdminForField },
      },
      { name: 'apiKey', type: 'text', access: { create: isAdminForField, update: isAdminForField } },
      { name: 'name', type: 'text', saveToJWT: true },
      {
        name: 'role',
        type: 'select',
        required: true,
        defaultValue: 'author',
        saveToJWT: true,
        access: { create: isAdminForField, update: isAdminForField },
        options: [
          { value: 'admin', label: 'Admin: everything, also users and settings' },
          { value: 'editor', label: 'Editor: writes and publishes' },
          { value: 'author', label: 'Author: writes drafts' },
          { value: 'reader', label: 'Reader: reads only, drafts too' },
        ],
        admin: { position: 'sidebar', description: 'What this account may do.' },
      },
    ],
  },
}
