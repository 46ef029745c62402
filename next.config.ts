import { withPayload } from '@payloadcms/next/withPayload'
import type { NextConfig } from 'next'

const nextConfig: NextConfig = {
  // Served through Express; the admin shows no remote pictures.
  images: { unoptimized: true },
  poweredByHeader: false,
  // `npm run check` checks types.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
}

export default withPayload(nextConfig)
