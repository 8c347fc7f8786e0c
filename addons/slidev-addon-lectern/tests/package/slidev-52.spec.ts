import { describePublishedPackage } from './published-package.ts'

describePublishedPackage('52.20.1')
