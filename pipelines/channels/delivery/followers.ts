/** Every follower, one line each, in the order in which they see a change. */
import type { Follower } from './follower.ts'
import { formerSlugs } from './former-slugs.ts'
import { topicTree } from './topic-tree.ts'

export const followers: readonly Follower[] = [formerSlugs, topicTree]
