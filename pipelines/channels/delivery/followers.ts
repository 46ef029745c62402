/** Every follower, one line each, in the order in which they see a change. */
import type { Follower } from './follower.ts'
import { formerSlugs } from './former-slugs.ts'
import { mentionsFollower } from './mentions.ts'
import { neighbours } from './neighbours.ts'
import { searchFollower } from './search/follower.ts'
import { topicTree } from './topic-tree.ts'

export const followers: readonly Follower[] = [
  formerSlugs,
  topicTree,
  neighbours,
  searchFollower,
  // Reads the index of the search.
  mentionsFollower,
]
