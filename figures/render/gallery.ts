import { createApp } from 'vue'

import '../../styles/fonts.css'
import '../../styles/tokens.css'
import FigureGallery from './FigureGallery.vue'

createApp(FigureGallery, {
  only: new URLSearchParams(location.search).get('figure') ?? undefined,
}).mount('#gallery')
