'use client'
import { toast } from '@payloadcms/ui'

/** Puts a text on the clipboard and says so. `what`: as in “The text is copied.” */
export async function copy(what: string, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // There is no clipboard on a plain http address in a local network.
    if (!copyBySelecting(text)) {
      toast.error('The browser does not let it be copied: select the text and copy it yourself.')
      return
    }
  }
  toast.success(`${what} is copied.`)
}

function copyBySelecting(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  document.body.append(area)
  area.select()
  const isCopied = document.execCommand('copy')
  area.remove()
  return isCopied
}
