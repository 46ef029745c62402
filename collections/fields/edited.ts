import type { Field } from 'payload'

const kept = { disableBulkEdit: true, disableListColumn: true, disableListFilter: true }

/**
 * Who saved this version and in which open form (`noteEditor` fills them). A form's own earlier saves are no
 * conflict for it, however late it hears of them; everybody else's are (`compareOnSave`).
 */
export const editedFields: Field[] = [
  {
    name: 'editedBy',
    type: 'text',
    label: 'Last saved by',
    hooks: { beforeDuplicate: [() => null] },
    admin: { ...kept, hidden: true },
  },
  {
    name: 'editedIn',
    type: 'text',
    label: 'Form that saved last',
    maxLength: 64,
    hooks: { beforeDuplicate: [() => null] },
    admin: {
      ...kept,
      position: 'sidebar',
      components: { Field: '/src/admin/form-identity.tsx#FormIdentity' },
    },
  },
]
