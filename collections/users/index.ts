import { isAdmin, isAdminForField, isAdminOrSelf, isNobodyForField, mayOpenAdmin } from '../../src/access.ts'
import type { CollectionType } from '../collection-type.ts'
import { apiKeyEndpoints } from './api-key.ts'
import { forgetAttemptsAfterReset } from './forget-attempts-after-reset.ts'
import { keepAnAdmin, keepAnAdminOnDelete } from './last-admin.ts'
import { passwordLinkEndpoints } from './password-links.ts'
import { roles } from './roles.ts'
import { signIn, unlock } from './sign-in.ts'

export const Users: CollectionType = {
  config: {
    slug: 'users',
    labels: { singular: 'User', plural: 'Users' },
    defaultSort: 'email',
    graphQL: false,
    auth: {
      useAPIKey: true,
      // lockout.ts counts, by name: Payload's own lock tells who has an account.
      maxLoginAttempts: 0,
      tokenExpiration: 8 * 60 * 60,
      useSessions: true,
      // HttpOnly is always set; Secure comes with HTTPS (src/http/api.ts).
      cookies: { sameSite: 'Lax' },
    },
    endpoints: [signIn, unlock, ...passwordLinkEndpoints, ...apiKeyEndpoints],
    hooks: {
      afterChange: [keepAnAdmin],
      beforeDelete: [keepAnAdminOnDelete],
      afterOperation: [forgetAttemptsAfterReset],
    },
    admin: {
      group: 'System',
      description: 'Accounts for signing in and keys for other programs.',
      useAsTitle: 'email',
      defaultColumns: ['email', 'name', 'role', 'updatedAt'],
      enableRichTextLink: false,
      enableRichTextRelationship: false,
      components: { beforeListTable: ['/src/admin/users/invite.tsx#Invite'] },
    },
    access: {
      admin: mayOpenAdmin,
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
        access: { create: isNobodyForField, update: isNobodyForField },
      },
      {
        name: 'apiKey',
        type: 'text',
        access: { create: isNobodyForField, read: isNobodyForField, update: isNobodyForField },
      },
      // Payload derives it. Whoever may read the user may know that there is a key.
      { name: 'hasAPIKey', type: 'checkbox', virtual: true, access: { read: () => true } },
      { name: 'name', type: 'text', saveToJWT: true },
      {
        name: 'role',
        type: 'select',
        required: true,
        defaultValue: 'author',
        saveToJWT: true,
        access: { create: isAdminForField, update: isAdminForField },
        options: roles,
        admin: { position: 'sidebar', description: 'What this account may do.' },
      },
      {
        name: 'account',
        type: 'ui',
        admin: {
          components: { Field: '/src/admin/users/account-panel.tsx#AccountPanel' },
          disableListColumn: true,
        },
      },
    ],
  },
}
