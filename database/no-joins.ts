/** For the adapter's reads: `joins: NO_JOINS`. With generated types Payload's own allow no `false`, though it is meant. */
export const NO_JOINS = false as never
