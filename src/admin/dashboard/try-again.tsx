'use client'
import { Button, toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { send } from '../users/send.ts'

/** Hands an entry that was set aside to its channel again. */
export function TryAgain({ id }: { id: number | string }) {
  const { config } = useConfig()
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const retry = async () => {
    setIsBusy(true)
    try {
      await send('POST', `${config.routes.api}/ledger-set-aside/${id}/retry`)
      toast.success('It is being tried again.')
    } catch (error) {
      toast.error((error as Error).message)
    }
    setIsBusy(false)
    router.refresh()
  }
  return (
    <Button buttonStyle="secondary" disabled={isBusy} margin={false} onClick={retry} size="small">
      Try again
    </Button>
  )
}
