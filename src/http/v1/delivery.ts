/** The delivery API of this site: the same before Payload is loaded and after. */
import type { Replica } from '../../../pipelines/channels/delivery/replica.ts'
import type { Env } from '../../env.ts'
import { trustOf } from '../request-id.ts'
import { createDelivery, type Delivery, type DeliveryOptions } from './listener.ts'
import { answerTo } from './routes.ts'
import { DELIVERED_TYPES } from './types.ts'

export function deliveryOf({
  env,
  ...options
}: { env: Pick<Env, 'publicUrl' | 'trustProxy'>; replica: Replica } & Pick<
  DeliveryOptions,
  'isReady' | 'onError'
>): Delivery {
  return createDelivery({
    ...options,
    answerTo,
    context: { publicUrl: env.publicUrl, types: DELIVERED_TYPES },
    isTrusted: trustOf(env.trustProxy),
  })
}
