import { describePublishedPackage } from './published-package.ts'

describePublishedPackage('53.0.0')
