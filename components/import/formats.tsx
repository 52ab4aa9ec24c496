const FORMATS = [
  {
    name: 'Saved page (HTML)',
    how: 'Comments as schema.org data, or in the markup that WordPress and its like use. Open all comments before you save it.',
  },
  {
    name: 'Text of a saved page',
    how: 'Headline, paragraphs, author, then a heading such as “38 Comments” with a bullet before each. A reply is known by what it quotes.',
  },
  {
    name: 'NDJSON',
    how: 'One object a line with the fields of the API and "type": "article" or "comment".',
  },
  {
    name: 'CSV',
    how: 'A header row with text, and as many as you have of: id, article_id, article_title, parent_id, author, author_id, created_at, language.',
  },
  {
    name: 'Commento',
    how: 'The JSON export, with names and replies. Deleted, flagged and unapproved comments are counted and left out.',
  },
  {
    name: 'Coral',
    how: 'Its collections as MongoDB exports them (comments, stories, users, in one file if you can), or the tables of its importer. Rejected, held and deleted comments are counted and left out.',
  },
  {
    name: 'Disqus',
    how: 'The XML export, with threads, names and replies. Deleted posts and spam are counted and left out.',
  },
  {
    name: 'WordPress',
    how: 'The export of posts or pages (WXR). Comments that are not approved, spam, pingbacks and trackbacks are counted and left out.',
  },
]

/** What files may be, in a sentence each. */
export function Formats() {
  return (
    <section aria-labelledby="import-formats" className="mt-2">
      <h2 id="import-formats" className="mb-2 text-md font-[620]">
        What can be read
      </h2>
      <dl className="grid gap-x-8 gap-y-4 lg:grid-cols-3">
        {FORMATS.map(({ name, how }) => (
          <div key={name}>
            <dt className="text-sm font-[560]">{name}</dt>
            <dd className="text-sm text-ink-2">{how}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm text-ink-3">What a file does not say stays unknown: no authors, times or parents are made up.</p>
    </section>
  )
}
