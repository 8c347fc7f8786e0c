import { compile, registerRuntimeCompiler } from 'vue'

import { setCompile } from '../compile.ts'

setCompile(compile)
// Vue's full build registers it too, but a bundler may drop that call.
registerRuntimeCompiler(compile)
