/** Every follower, one line each, in the order in which they see a change. */
import type { Follower } from './follower.ts'
import { mentionsFollower } from './mentions.ts'
import { searchFollower } from './search/follower.ts'

export const followers: readonly Follower[] = [
  searchFollower,
  // Reads the index of the search.
  mentionsFollower,
]
