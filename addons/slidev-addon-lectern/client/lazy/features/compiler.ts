import { compile, registerRuntimeCompiler } from 'vue'

import { setCompile } from '../compile.ts'

setCompile(compile)
// Vue's full build does the same when it is loaded; but a bundler may leave that out.
registerRuntimeCompiler(compile)
