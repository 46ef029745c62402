/** Every follower, one line each, in the order in which they see a change. */
import type { Follower } from './follower.ts'

export const followers: readonly Follower[] = []
