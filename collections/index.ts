/** Everything that editors write: one line for each type, in the order of the menu. */
import type { CollectionConfig, GlobalConfig } from 'payload'
import type { ContentType } from '../pipelines/content-type.ts'
import { Articles } from './articles/index.ts'
import { CallsToAction } from './calls-to-action/index.ts'
import { CaseStudies } from './case-studies/index.ts'
import type { CollectionType } from './collection-type.ts'
import { Faqs } from './faqs/index.ts'
import { GlossaryTerms } from './glossary-terms/index.ts'
import { Media } from './media/index.ts'
import { People } from './people/index.ts'
import { showPreview } from './preview/show-preview.ts'
import { RoleFamilies } from './role-families/index.ts'
import { RoleLevels } from './role-levels/index.ts'
import { RoleProfiles } from './role-profiles/index.ts'
import { settingsContent } from './settings/content.ts'
import { settings } from './settings/index.ts'
import { Topics } from './topics/index.ts'
import { Users } from './users/index.ts'
import { withReferences } from './with-references.ts'

export const types: readonly CollectionType[] = [
  Articles,
  GlossaryTerms,
  Faqs,
  CaseStudies,
  RoleProfiles,
  Media,
  People,
  Topics,
  RoleFamilies,
  RoleLevels,
  CallsToAction,
  Users,
]

export const collections: CollectionConfig[] = withReferences(
  types.map(({ config, urlPattern }) => (urlPattern ? showPreview(config) : config)),
)

export const globals: GlobalConfig[] = [settings(types)]

/** How each type is published; `settings` too, as the item `settings:site`. */
export const contentTypes: ContentType[] = [
  ...types.flatMap(({ content }) => (content ? [content] : [])),
  settingsContent(types),
]
