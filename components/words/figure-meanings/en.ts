/** What each figure of the transparency report counts. The API tells them in English, so that they stand in the domain. */
export { FIGURE_MEANINGS as words } from '@/lib/domain/figure-meanings'
