/** What goes out when: a month of planned and posted drafts. */
import { Gutter, SetStepNav } from '@payloadcms/ui'
import type { AdminViewServerProps, Payload, Where } from 'payload'
import { isSignedIn } from '../../access.ts'
import { DeskTop } from './desk-top.tsx'
import { type Row, toDraft } from './draft.ts'
import { moveMonth, readMonth } from './month.ts'
import { MonthGrid, type Planned } from './month-grid.tsx'
import './list.css'

export async function MonthView({ initPageResult, payload, searchParams }: AdminViewServerProps) {
  const month = readMonth(searchParams?.month, Date.now())
  const isAllowed = (await isSignedIn({ req: initPageResult.req })) === true
  const [planned, waiting] = isAllowed
    ? await Promise.all([loadPlanned(payload, month), loadWaiting(payload)])
    : [[], []]
  const admin = payload.config.routes.admin
  const list = `${admin}/collections/linkedin-drafts`
  return (
    <Gutter className="galley-linkedin">
      <SetStepNav nav={[{ label: 'LinkedIn', url: list }, { label: 'Month' }]} />
      <DeskTop admin={admin} api={payload.config.routes.api} view="month" />
      <MonthGrid
        listUrl={list}
        month={month}
        next={moveMonth(month, 1)}
        planned={planned}
        previous={moveMonth(month, -1)}
        waiting={waiting}
      />
    </Gutter>
  )
}

/** More than fits into a month that anybody can read. */
const MOST = 500

/** Approved, and nobody knows when: as many as are shown. */
const WAITING = 10

/** With the weeks beside the month: the reader's time zone is not known here. */
function loadPlanned(payload: Payload, month: string): Promise<Planned[]> {
  const from = `${moveMonth(month, -1)}-20T00:00:00.000Z`
  const until = `${moveMonth(month, 1)}-10T00:00:00.000Z`
  const within = (field: string): Where => ({
    and: [{ [field]: { greater_than_equal: from } }, { [field]: { less_than: until } }],
  })
  return find(
    payload,
    {
      and: [{ state: { not_equals: 'withdrawn' } }, { or: [within('plannedFor'), within('postedAt')] }],
    },
    MOST,
  )
}

function loadWaiting(payload: Payload): Promise<Planned[]> {
  return find(
    payload,
    { and: [{ state: { equals: 'approved' } }, { plannedFor: { exists: false } }] },
    WAITING,
  )
}

async function find(payload: Payload, where: Where, limit: number): Promise<Planned[]> {
  const found = await payload.db.find<Row>({
    collection: 'linkedin-drafts',
    where,
    select: { hook: true, title: true, state: true, author: true, plannedFor: true, postedAt: true },
    limit,
    pagination: false,
    sort: 'plannedFor',
  })
  return found.docs.map((row) => {
    const { id, hook, title, state, author, plannedFor, postedAt } = toDraft(row)
    return {
      id,
      hook: hook || title,
      state,
      author,
      plannedFor,
      at: (state === 'posted' && postedAt) || plannedFor,
    }
  })
}
