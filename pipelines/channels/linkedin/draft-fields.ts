/** What is kept of a draft. The desk has views of its own; these are for the API and for Payload's plain form. */
import type { Field } from 'payload'
import { type Draft, FORMATS, hashOf, STATES } from './draft.ts'

const readOnly = { readOnly: true } satisfies Field['admin']
const hidden = { hidden: true } satisfies Field['admin']
const sidebar = { ...readOnly, position: 'sidebar' } satisfies Field['admin']

const options = (values: readonly string[]) =>
  values.map((value) => ({ label: value.charAt(0).toUpperCase() + value.slice(1), value }))

const state: Field = {
  name: 'state',
  type: 'select',
  required: true,
  defaultValue: 'draft',
  options: options(STATES),
  index: true,
  admin: { ...readOnly, width: '33%' },
}

const words: Field[] = [
  {
    name: 'reason',
    label: 'Why there is no post',
    type: 'text',
    admin: { ...readOnly, condition: hasText('reason') },
  },
  {
    name: 'warnings',
    label: 'Worth a look',
    type: 'textarea',
    admin: { ...readOnly, condition: hasText('warnings') },
  },
  {
    name: 'hook',
    label: 'Opening',
    type: 'textarea',
    admin: { ...readOnly, description: 'What is seen before “…more”: 140 characters on a phone.' },
  },
  {
    name: 'text',
    label: 'Post, to be pasted',
    type: 'textarea',
    admin: { ...readOnly, rows: 18, description: 'Plain text with the link and hashtags at the end.' },
  },
  { name: 'firstComment', label: 'First comment', type: 'textarea', admin: { ...readOnly, rows: 2 } },
  {
    name: 'apiText',
    label: 'Post for LinkedIn’s API',
    type: 'textarea',
    admin: {
      ...readOnly,
      rows: 8,
      description: 'The same text in LinkedIn’s own notation, for scheduling tools.',
    },
  },
  {
    name: 'image',
    type: 'group',
    admin: readOnly,
    fields: [
      { name: 'url', label: 'Picture, 1200 × 627', type: 'text', admin: readOnly },
      { name: 'alt', label: 'Alt text', type: 'text', admin: readOnly },
      { name: 'width', type: 'number', admin: hidden },
      { name: 'height', type: 'number', admin: hidden },
    ],
  },
]

/** Made by the content, and shown by the desk's own views. */
const made: Field[] = [
  ...['variants', 'mentions', 'hashtags', 'newest', 'basis', 'pictures', 'carousel'].map(
    (name): Field => ({ name, type: 'json', admin: hidden }),
  ),
  { name: 'link', type: 'text', admin: hidden },
  { name: 'sourceUrl', label: 'On the website', type: 'text', admin: readOnly },
]

const byPeople: Field[] = [
  { name: 'chosen', type: 'number', admin: hidden },
  { name: 'postAs', label: 'Posted as', type: 'text', index: true, admin: hidden },
  { name: 'author', type: 'text', admin: sidebar },
  { name: 'format', type: 'select', options: options(FORMATS), admin: sidebar },
  { name: 'plannedFor', label: 'Planned for', type: 'date', index: true, admin: sidebar },
  { name: 'remindedAt', type: 'date', admin: hidden },
  { name: 'approvedAt', label: 'Approved', type: 'date', admin: sidebar },
  { name: 'approvedBy', label: 'Approved by', type: 'text', admin: sidebar },
  { name: 'postedAt', label: 'Posted', type: 'date', admin: sidebar },
  { name: 'postedUrl', label: 'On LinkedIn', type: 'text', admin: sidebar },
  { name: 'editedBy', label: 'Last changed by', type: 'text', admin: sidebar },
  { name: 'withdrawnBy', label: 'Withdrawn by', type: 'text', admin: hidden },
  { name: 'stateBefore', type: 'text', admin: hidden },
  { name: 'updatedAt', label: 'Changed', type: 'date', index: true, admin: sidebar },
]

/** `hash`: of what a person can change; a row of an older Galley has none yet. */
const kept: Field[] = [
  {
    name: 'hash',
    type: 'text',
    admin: hidden,
    hooks: { afterRead: [({ value, data }) => value || (data?.state ? hashOf(data as Draft) : value)] },
  },
  {
    // A further post is told apart by one of its own, which nobody sees.
    name: 'itemId',
    type: 'text',
    required: true,
    unique: true,
    index: true,
    admin: hidden,
    hooks: { afterRead: [({ value, data }) => (data?.furtherOf ? null : value)] },
  },
  { name: 'furtherOf', type: 'text', index: true, admin: hidden },
  { name: 'itemType', type: 'text', label: 'Type', admin: sidebar },
  { name: 'edited', type: 'checkbox', admin: hidden },
  { name: 'seq', type: 'number', required: true, admin: hidden },
]

export const draftFields: Field[] = [
  { name: 'title', type: 'text', admin: readOnly },
  {
    type: 'row',
    fields: [
      state,
      {
        name: 'characterCount',
        label: 'Characters',
        type: 'number',
        admin: { ...readOnly, width: '33%', description: 'LinkedIn takes 3,000.' },
      },
      {
        name: 'stale',
        label: 'Content changed since',
        type: 'checkbox',
        admin: { ...readOnly, width: '33%' },
      },
    ],
  },
  ...words,
  ...made,
  ...byPeople,
  ...kept,
]

function hasText(field: string) {
  return (data: { [key: string]: unknown }) => Boolean(data[field])
}
