'use client'
/** How the columns of the list of publications read. */
import { useConfig } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'
import type { Action } from '../../../pipelines/ledger/entry.ts'
import { ActionPill } from '../action-pill.tsx'
import { Moment } from '../moment.tsx'

export function ActionCell({ cellData }: DefaultCellComponentProps) {
  return <ActionPill action={cellData as Action} />
}

export function TimeCell({ cellData }: DefaultCellComponentProps) {
  return <Moment at={String(cellData)} />
}

export function TypeCell({ cellData }: DefaultCellComponentProps) {
  const { getEntityConfig } = useConfig()
  const config = getEntityConfig({ collectionSlug: String(cellData) as 'articles' })
  const label = config?.labels?.singular
  return <span>{typeof label === 'string' ? label : cellData === 'settings' ? 'Settings' : cellData}</span>
}

export function PersonCell({ cellData }: DefaultCellComponentProps) {
  return <span>{cellData ? String(cellData) : 'Galley'}</span>
}
