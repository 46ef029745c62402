/**
 * One way through the house (docs/DESIGN: media ← pipelines ← collections ← payload.config.ts ← src).
 * `src/env.ts`, `src/access.ts`, `src/log.ts`, `payload-types.ts` and `database/` are leaves: everybody may import them.
 */
const LEAVES = '^(src/(env|access|log)\\.ts|payload-types\\.ts|database/)'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'leaves-import-nothing-of-ours',
      severity: 'error',
      from: { path: '^(src/(env|access|log)\\.ts|payload-types\\.ts)' },
      // Which imports nothing either.
      to: { path: '^(src|collections|pipelines|media|database|payload)', pathNot: '^database/context\\.ts' },
    },
    {
      name: 'database-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^database/' },
      to: { path: '^(src|collections|pipelines|media|payload)' },
    },
    {
      name: 'media-below-all',
      severity: 'error',
      from: { path: '^media/' },
      to: { path: '^(src|collections|pipelines|payload\\.config)', pathNot: LEAVES },
    },
    {
      name: 'pipelines-below-collections',
      severity: 'error',
      from: { path: '^pipelines/' },
      to: { path: '^(src|collections|payload\\.config)', pathNot: LEAVES },
    },
    {
      name: 'collections-below-config',
      severity: 'error',
      from: { path: '^collections/' },
      to: { path: '^(src|payload\\.config)', pathNot: LEAVES },
    },
    {
      name: 'config-below-src',
      severity: 'error',
      from: { path: '^payload\\.config' },
      to: { path: '^src', pathNot: LEAVES },
    },
    {
      name: 'sharp-only-in-media',
      severity: 'error',
      from: { pathNot: '^media/' },
      to: { path: 'node_modules/sharp' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^src/app/|\\.next/|\\.test\\.ts$)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
