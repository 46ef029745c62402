import { walkMatrix } from '../support/access-matrix.ts'

walkMatrix('what it leans on')
