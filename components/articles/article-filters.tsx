import { Checkbox } from '../ui/checkbox'
import { Input } from '../ui/input'
import { Select } from '../ui/select'
import { ARTICLE_SORTS, type ArticleFilter, type ArticleSort } from './article-address'
import { SORT_WORDS } from './article-columns'

interface ArticleFiltersProps {
  filter: ArticleFilter
  sections: readonly string[]
  sort: ArticleSort
  onFilter: (change: Partial<ArticleFilter>) => void
  onSort: (sort: ArticleSort) => void
}

/** Text, section, waiting; and on a phone the order, which the headers give elsewhere. */
export function ArticleFilters({ filter, sections, sort, onFilter, onSort }: ArticleFiltersProps) {
  return (
    <form role="search" className="mb-3 flex flex-wrap items-center gap-2" onSubmit={(event) => event.preventDefault()}>
      <Input
        type="search"
        aria-label="Find an article by title, section or author"
        placeholder="Title, section or author"
        className="max-w-72 min-w-44 flex-1"
        value={filter.q}
        maxLength={200}
        onChange={(event) => onFilter({ q: event.target.value })}
      />
      {sections.length > 0 && (
        <Select
          aria-label="Section"
          className="min-w-36"
          value={filter.section}
          onChange={(event) => onFilter({ section: event.target.value })}
        >
          <option value="">All sections</option>
          {sections.map((section) => (
            <option key={section} value={section}>
              {section}
            </option>
          ))}
        </Select>
      )}
      <Select
        aria-label="Sort by"
        className="min-w-36 md:hidden"
        value={sort}
        onChange={(event) => onSort(event.target.value as ArticleSort)}
      >
        {ARTICLE_SORTS.map((name) => (
          <option key={name} value={name}>
            {SORT_WORDS[name]}
          </option>
        ))}
      </Select>
      <Checkbox className="pl-1" checked={filter.waiting} onChange={(event) => onFilter({ waiting: event.target.checked })}>
        Only with comments waiting
      </Checkbox>
    </form>
  )
}
