import { READ } from '../../deck/reading-view.ts'
import { useDeckRouter } from '../deck-router.ts'
import { idOfSection, showSection } from './show-section.ts'

/** Goes to the section of a slide, from which the browser's "back" leads to where the visitor was. */
export async function goToSection(slide: number): Promise<void> {
  const router = useDeckRouter()
  const { query } = router.currentRoute.value
  await router.push({ name: READ, query, hash: `#${idOfSection(slide)}` })
  showSection(slide)
}
