import { describe, expect, it } from 'vitest'
import { readSql } from '@/lib/importers/sql'
import { readRows } from './collect'

const read = (content: string) => readRows(readSql, content)

describe('a dump of another comment system', () => {
  it("is read as Isso's, with its threads", async () => {
    const { articles, rows, times, skipped, problems } = await read(`PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE comments (tid REFERENCES threads(id), id INTEGER PRIMARY KEY, parent INTEGER, created FLOAT NOT NULL, modified FLOAT, mode INTEGER, remote_addr VARCHAR, text VARCHAR, author VARCHAR, website VARCHAR, voters BLOB NOT NULL);
INSERT INTO comments VALUES(1,1,NULL,1420100000.2499999999,NULL,1,'1.1.1.1',replace('It''s\\012two lines; C:\\new \\n','\\012',char(10)),'Ann',NULL,X'00ff27');
INSERT INTO comments VALUES(1,2,1,1420100001.5,NULL,1,'1.1.1.1','reply','Bo',NULL,X'00');
INSERT INTO comments VALUES(2,3,NULL,1420100002.0,NULL,2,'1.1.1.1','held','Bo',NULL,X'00');
INSERT INTO comments VALUES(2,4,NULL,1420100003.0,NULL,4,'1.1.1.1','','',NULL,X'00');
INSERT INTO comments VALUES(2,5,NULL,1420100004.0,NULL,1,'1.1.1.1',unistr('a\\u000ab \\\\ \\u20ac'),NULL,NULL,X'00');
CREATE TABLE threads (id INTEGER PRIMARY KEY, uri VARCHAR(256) UNIQUE, title VARCHAR(256));
INSERT INTO threads VALUES(1,'/blog/one/','One ''title''');
INSERT INTO threads VALUES(2,'/blog/two/',NULL);
CREATE TRIGGER two AFTER INSERT ON comments BEGIN INSERT INTO p VALUES(new.id, 'x'); UPDATE t SET a=CASE WHEN a='' THEN 'x' ELSE a END; END;
COMMIT;
`)
    expect(articles).toEqual([
      ['/blog/one/', "One 'title'", undefined],
      ['/blog/two/', '/blog/two/', undefined],
    ])
    expect(rows).toEqual([
      ['1', '/blog/one/', undefined, 'Ann', "It's\ntwo lines; C:\\new \\n"],
      ['2', '/blog/one/', '1', 'Bo', 'reply'],
      ['5', '/blog/two/', undefined, undefined, 'a\nb \\ €'],
    ])
    expect(times).toEqual(['2015-01-01T08:13:20.250Z', '2015-01-01T08:13:21.500Z', '2015-01-01T08:13:24.000Z'])
    expect(skipped).toEqual(['6: unapproved', '7: deleted'])
    expect(problems).toEqual([])
  })

  const COMMENTO = `--
-- PostgreSQL database dump
--

SET standard_conforming_strings = on;
CREATE TABLE public.comments (
    commenthex text NOT NULL, domain text NOT NULL, path text NOT NULL, commenterhex text NOT NULL, markdown text NOT NULL, html text NOT NULL,
    parenthex text NOT NULL, score integer DEFAULT 0 NOT NULL, state text DEFAULT 'unapproved'::text NOT NULL, creationdate timestamp without time zone NOT NULL, deleted boolean DEFAULT false NOT NULL);
CREATE FUNCTION public.f() RETURNS trigger LANGUAGE plpgsql AS $_$ begin
insert into comments values ('x'); return new; end $_$;
CREATE TABLE public.commenters (commenterhex text, email text, name text, provider text);
CREATE TABLE public.pages (domain text, path text, title text);
`
  const END = '--\n-- PostgreSQL database dump complete\n--\n\n'

  it.each([
    [
      'with COPY',
      `COPY public.commenters (commenterhex, email, name, provider) FROM stdin;
u1\ta@x\tAnn 'A'\tgoogle
\\.

COPY public.comments (commenthex, domain, path, commenterhex, markdown, html, parenthex, score, state, creationdate, deleted) FROM stdin;
c1\tex.org\t/one\tu1\tIt's C:\\\\new\\nline '\\tT\t<p>x</p>\troot\t0\tapproved\t2019-03-01 12:00:00.5\tf
c2\tex.org\t/one\tanonymous\treply\t\tc1\t0\tapproved\t2019-03-01 12:01:00\tf
c3\tex.org\t/one\tu1\tgone\t\troot\t0\tapproved\t2019-03-01 12:01:00\tt
c4\tex.org\t/two\tu1\tflag\t\troot\t0\tflagged\t2019-03-01 12:01:00\tf
\\.

COPY public.pages (domain, path, title) FROM stdin;
ex.org\t/one\tOne
\\.
`,
    ],
    [
      'with INSERT',
      `INSERT INTO public.commenters VALUES ('u1', 'a@x', 'Ann ''A''', 'google');
INSERT INTO public.comments VALUES ('c1', 'ex.org', '/one', 'u1', 'It''s C:\\new
line ''	T', '<p>x</p>', 'root', 0, 'approved', '2019-03-01 12:00:00.5', false),
	('c2', 'ex.org', '/one', 'anonymous', E'reply', '', 'c1', 0, 'approved', '2019-03-01 12:01:00'::timestamp without time zone, false);
INSERT INTO public.comments (commenthex, domain, path, commenterhex, markdown, html, parenthex, score, state, creationdate, deleted) OVERRIDING SYSTEM VALUE VALUES ('c3', 'ex.org', '/one', 'u1', 'gone', '', 'root', 0, 'approved', '2019-03-01 12:01:00', true) ON CONFLICT DO NOTHING;
INSERT INTO public.comments VALUES ('c4', 'ex.org', '/two', 'u1', $$flag$$, '', 'root', -1, 'flagged', '2019-03-01 12:01:00', false);
INSERT INTO public.pages VALUES ('ex.org', '/one', 'One');
`,
    ],
  ])("is read as Commento's, as from its export: %s", async (_, rows) => {
    const found = await read(COMMENTO + rows + END)
    expect(found.articles).toEqual([['ex.org/one', 'One', undefined]])
    expect(found.rows).toEqual([
      ['c1', 'ex.org/one', undefined, "Ann 'A'", "It's C:\\new\nline '\tT"],
      ['c2', 'ex.org/one', 'c1', undefined, 'reply'],
    ])
    expect(found.times).toEqual(['2019-03-01T12:00:00.5Z', '2019-03-01T12:01:00Z'])
    expect(found.skipped.map((line) => line.replace(/\d+/, 'n'))).toEqual(['n: deleted', 'n: spam'])
    expect(found.problems).toEqual([])
  })

  it.each([
    [
      'Cusdis',
      `CREATE TABLE "Page" (id text, slug text, url text, title text);
CREATE TABLE "Comment" (id text, "pageId" text, created_at text, deleted_at text, by_nickname text, content text, approved boolean, "parentId" text);
INSERT INTO "Comment" VALUES('a1','p1','2020-01-01T10:00:00Z',NULL,'Nick','Hello',1,NULL),('a2','p1','2020-01-01T10:00:00Z',NULL,'Nock','Hi',1,'a1'),('a3','p1','2020-01-01T10:00:00Z',NULL,'No','No',0,'a1');
INSERT INTO "Page" VALUES('p1','s','https://ex.org/one','One');`,
      [['https://ex.org/one', 'One', 'https://ex.org/one']],
      [
        ['a1', 'https://ex.org/one', undefined, 'Nick', 'Hello'],
        ['a2', 'https://ex.org/one', 'a1', 'Nock', 'Hi'],
      ],
    ],
    [
      'Ghost',
      `CREATE TABLE \`comments\` (\`id\` varchar(24), \`post_id\` varchar(24), \`member_id\` varchar(24), \`parent_id\` varchar(24), \`status\` varchar(50), \`html\` longtext, \`created_at\` datetime);
INSERT INTO \`comments\` VALUES ('c1','p1','m1',NULL,'published','<p>Hello<br>you</p>','2024-01-01 00:00:00'),('c2','p1','m2','c1','hidden','<p>Hi</p>','2024-01-01 00:00:00'),('c3','p1','m2','c1','published','<p>Hi &amp; bye</p>','2024-01-01 00:00:00');
CREATE TABLE \`members\` (\`id\` varchar(24), \`email\` varchar(191), \`name\` varchar(191));
INSERT INTO \`members\` VALUES ('m1','a@x','Ann'),('m2','b@x','Bo');
CREATE TABLE \`posts\` (\`id\` varchar(24), \`uuid\` varchar(36), \`title\` varchar(2000), \`slug\` varchar(191), \`html\` longtext, \`created_at\` datetime);
INSERT INTO \`posts\` VALUES ('p1','u','The title','the-title','<p>x</p>','2024-01-01 00:00:00');`,
      [['p1', 'The title', undefined]],
      [
        ['c1', 'p1', undefined, 'Ann', 'Hello\nyou'],
        ['c3', 'p1', 'c1', 'Bo', 'Hi & bye'],
      ],
    ],
    [
      'Waline',
      `CREATE TABLE \`wl_Comment\` (\`id\` int, \`user_id\` int, \`comment\` text, \`insertedAt\` timestamp, \`link\` varchar(255), \`mail\` varchar(255), \`nick\` varchar(255), \`pid\` int, \`rid\` int, \`status\` varchar(50), \`url\` varchar(255));
INSERT INTO \`wl_Comment\` VALUES (1,NULL,'Hello','2024-01-01 00:00:00','','','Ann',NULL,NULL,'approved','/post/1.html'),(2,NULL,'Hi','2024-01-01 00:00:00','','','Bo',1,1,'approved','/post/1.html'),(3,NULL,'Hm','2024-01-01 00:00:00','','','Bo',1,1,'waiting','/post/1.html');`,
      [['/post/1.html', '/post/1.html', undefined]],
      [
        ['1', '/post/1.html', undefined, 'Ann', 'Hello'],
        ['2', '/post/1.html', '1', 'Bo', 'Hi'],
      ],
    ],
    [
      'Artalk',
      `CREATE TABLE atk_comments (id integer, created_at datetime, content text, page_key text, site_name text, user_id integer, is_verified numeric, is_pending numeric, rid integer, root_id integer);
INSERT INTO "atk_comments" VALUES(1,'2024-01-01 00:00:00+00:00','Hello','https://ex.org/a','x',1,0,0,0,0),(2,'2024-01-01 00:00:00+00:00','Hi','https://ex.org/a','x',2,0,0,1,1),(3,'2024-01-01 00:00:00+00:00','Wait','https://ex.org/a','x',2,0,1,1,1);
CREATE TABLE atk_pages (id integer, key text, title text); INSERT INTO atk_pages VALUES(1,'https://ex.org/a','Page A');
CREATE TABLE atk_users (id integer, name text, email text); INSERT INTO atk_users VALUES(1,'Ann',''),(2,'Bo','');`,
      [['https://ex.org/a', 'Page A', undefined]],
      [
        ['1', 'https://ex.org/a', undefined, 'Ann', 'Hello'],
        ['2', 'https://ex.org/a', '1', 'Bo', 'Hi'],
      ],
    ],
    [
      'Serendipity',
      `CREATE TABLE \`serendipity_comments\` (\`id\` int, \`entry_id\` int, \`parent_id\` int, \`timestamp\` int, \`title\` varchar(150), \`author\` varchar(80), \`email\` varchar(200), \`url\` varchar(200), \`body\` text, \`type\` varchar(100), \`status\` varchar(50));
INSERT INTO \`serendipity_comments\` VALUES (1,5,0,1420100000,'Re','Ann','','https://ann.example','Hello','NORMAL','approved');
CREATE TABLE \`serendipity_entries\` (\`id\` int, \`title\` varchar(200), \`body\` text); INSERT INTO \`serendipity_entries\` VALUES (5,'An entry','x');`,
      [['5', 'An entry', undefined]],
      [['1', '5', undefined, 'Ann', 'Hello']],
    ],
    [
      'Drupal',
      `CREATE TABLE \`comment__comment_body\` (\`bundle\` text, \`deleted\` int, \`entity_id\` int, \`langcode\` text, \`comment_body_value\` longtext, \`comment_body_format\` text);
INSERT INTO \`comment__comment_body\` VALUES ('comment',0,1,'en','<p>Hello</p>','basic_html'),('comment',0,2,'en','Hi','basic_html'),('comment',0,3,'en','Held','basic_html');
CREATE TABLE \`comment_field_data\` (\`cid\` int, \`status\` int, \`uid\` int, \`pid\` int, \`entity_id\` int, \`subject\` text, \`name\` text, \`hostname\` text, \`created\` int, \`thread\` text);
INSERT INTO \`comment_field_data\` VALUES (1,1,0,NULL,7,'Re','Ann','1.1.1.1',1420100000,'01/'),(2,1,5,1,7,'Re',NULL,'1.1.1.1',1420100001,'01.00/'),(3,0,5,1,7,'Re',NULL,'1.1.1.1',1420100001,'01.01/');
CREATE TABLE \`node_field_data\` (\`nid\` int, \`type\` text, \`title\` text); INSERT INTO \`node_field_data\` VALUES (7,'article','A node');`,
      [['7', '7', undefined]],
      [
        ['1', '7', undefined, 'Ann', 'Hello'],
        ['2', '7', '1', undefined, 'Hi'],
      ],
    ],
    [
      'phpBB',
      `CREATE TABLE \`phpbb_posts\` (\`post_id\` int, \`topic_id\` int, \`forum_id\` int, \`poster_id\` int, \`post_time\` int, \`post_username\` text, \`post_subject\` text, \`post_text\` text);
INSERT INTO \`phpbb_posts\` VALUES (31,4,1,2,1420100000,'','Re','Hello');
CREATE TABLE \`phpbb_topics\` (\`topic_id\` int, \`topic_title\` text, \`title\` text); INSERT INTO \`phpbb_topics\` VALUES (4,'x','A topic');
CREATE TABLE \`phpbb_users\` (\`user_id\` int, \`username\` text); INSERT INTO \`phpbb_users\` VALUES (2,'Ann');`,
      [['4', 'A topic', undefined]],
      [['31', '4', undefined, 'Ann', 'Hello']],
    ],
    [
      'TYPO3',
      `CREATE TABLE \`tx_comments_comments\` (\`uid\` int, \`pid\` int, \`tstamp\` int, \`crdate\` int, \`deleted\` int, \`hidden\` int, \`external_ref\` text, \`firstname\` text, \`content\` text);
INSERT INTO \`tx_comments_comments\` VALUES (8,5,1420100009,1420100000,0,0,'tt_news_3','Ann','Hello'),(9,5,1420100009,1420100000,0,1,'tt_news_3','Ann','Hidden'),(10,5,1420100009,1420100000,1,0,'tt_news_3','Ann','Deleted');`,
      [['tt_news_3', 'tt_news_3', undefined]],
      [['8', 'tt_news_3', undefined, 'Ann', 'Hello']],
    ],
    [
      'Django',
      `BEGIN TRANSACTION;
INSERT INTO django_comments (id, object_pk, user_name, user_url, comment, submit_date, is_public, is_removed) VALUES (1,'7','Ann','','Hello','2024-01-01 00:00:00+00:00',1,0),(2,'7','Bo','','No','2024-01-01 00:00:00+00:00',1,1),(3,'7','Bo','','No','2024-01-01 00:00:00+00:00',0,0);`,
      [['7', '7', undefined]],
      [['1', '7', undefined, 'Ann', 'Hello']],
    ],
    [
      'a site of its own, in German',
      `CREATE TABLE kommentare (Nr int, artikel_id int, antwort_auf int, autor text, kommentartext text, datum text, freigegeben tinyint);
INSERT INTO kommentare (Nr, kommentartext, autor, artikel_id, datum, freigegeben) VALUES (1, 'Grüße', 'Ann', 4, '2024-01-01 00:00:00', 1);
INSERT INTO kommentare VALUES (2, 4, 1, 'Bo', 'Ja', '2024-01-01 00:00:00', 1);
CREATE TABLE artikel (id int, titel text); `,
      [['4', '4', undefined]],
      [
        ['4#1', '4', undefined, 'Ann', 'Grüße'],
        ['4#2', '4', '4#1', 'Bo', 'Ja'],
      ],
    ],
    [
      'SQL Server',
      `USE [site]\r\nGO\r\nSET IDENTITY_INSERT [dbo].[Comments] ON\r\nGO\r\nINSERT [dbo].[Comments] ([Id], [ArticleId], [UserName], [Text], [CreatedAt]) VALUES (1, 9, N'Ann', N'It''s', CAST(N'2024-01-01T00:00:00.000' AS DateTime))\r\nINSERT [dbo].[Comments] ([Id], [ArticleId], [UserName], [Text], [CreatedAt]) VALUES (2, 9, N'Bo', N'Line' + CHAR(13)+CHAR(10) + N'two', NULL)\r\nGO\r\n`,
      [['9', '9', undefined]],
      [
        ['1', '9', undefined, 'Ann', "It's"],
        ['2', '9', undefined, 'Bo', 'Line\ntwo'],
      ],
    ],
  ])('is read as any table, with what others say of articles and names: %s', async (_, content, articles, rows) => {
    const found = await read(content)
    expect(found.articles).toEqual(articles)
    expect(found.rows).toEqual(rows)
  })
})
