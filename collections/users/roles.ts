import type { Role } from '../../src/access.ts'

/** As people choose them. */
export const roles: { value: Role; label: string }[] = [
  { value: 'admin', label: 'Admin: everything, also users and settings' },
  { value: 'editor', label: 'Editor: writes and publishes' },
  { value: 'author', label: 'Author: writes drafts' },
  { value: 'reader', label: 'Reader: reads only, drafts too' },
]
