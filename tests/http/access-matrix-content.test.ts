import { walkMatrix } from '../support/access-matrix.ts'

walkMatrix('content')
