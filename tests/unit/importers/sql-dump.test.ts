import { describe, expect, it } from 'vitest'
import { detectFormat } from '@/lib/importers/detect-format'
import type { ImportOptions } from '@/lib/importers/import-record'
import { readSql } from '@/lib/importers/sql'
import { collect, piecesOf, readRows } from './collect'

const WORDPRESS_COMMENTS = `CREATE TABLE \`wp_comments\` (
  \`comment_ID\` bigint unsigned NOT NULL AUTO_INCREMENT,
  \`comment_post_ID\` bigint unsigned NOT NULL DEFAULT '0',
  \`comment_author\` tinytext NOT NULL,
  \`comment_date\` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  \`comment_date_gmt\` datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  \`comment_content\` text NOT NULL,
  \`comment_approved\` varchar(20) NOT NULL DEFAULT '1',
  \`comment_type\` varchar(20) NOT NULL DEFAULT 'comment',
  \`comment_parent\` bigint unsigned NOT NULL DEFAULT '0',
  \`user_id\` bigint unsigned NOT NULL DEFAULT '0',
  PRIMARY KEY (\`comment_ID\`),
  KEY \`comment_author_email\` (\`comment_author_email\`(10))
) ENGINE=InnoDB AUTO_INCREMENT=5 DEFAULT CHARSET=utf8mb4;
INSERT INTO \`wp_comments\` VALUES (1,7,'O\\'Neil \\"Ann\\"','2014-01-14 18:32:12','2014-01-14 17:32:12','It\\'s C:\\\\new\\r\\n\\r\\n2; -- no remark /* */ ),(1,\\'x\\'','1','comment',0,3),(2,7,'Bo','2014-01-14 19:00:00','2014-01-14 18:00:00','Über 😀 &amp; <b>more</b>','1','',1,0),(3,7,'S','2014-01-14 19:00:00','2014-01-14 18:00:00','spam','spam','',0,0),(4,7,'P','2014-01-14 19:00:00','2014-01-14 18:00:00','ping','1','pingback',0,0),
(5,8,'','2014-01-14 19:00:00','0000-00-00 00:00:00','Bye','1','comment',0,0);
`
const WORDPRESS_POSTS = `CREATE TABLE wp_options (option_id bigint, option_name varchar(191), option_value longtext);
INSERT INTO wp_options VALUES (2,'home','https://example.org'),(3,'permalink_structure','/%year%/%monthnum%/%postname%/');
CREATE TABLE \`wp_posts\` (\`ID\` bigint, post_author bigint, post_date datetime, post_date_gmt datetime, post_content longtext, post_title text, post_status varchar(20), post_name varchar(200), post_parent bigint, guid varchar(255), post_type varchar(20));
INSERT INTO \`wp_posts\` VALUES (7,1,'2014-01-10 10:00:00','2014-01-10 09:00:00','<p>One</p>\\n<p>Two &amp; three</p>','A &#8220;title&#8221;','publish','a-title',0,'https://example.org/?p=7','post'),(8,1,'2014-01-10 10:00:00','2014-01-10 09:00:00','','About','publish','about',0,'https://example.org/?page_id=8','page'),(9,1,'2014-01-10 10:00:00','2014-01-10 09:00:00','','Other','publish','other',0,'https://example.org/?p=9','post');
CREATE TABLE wp_users (ID bigint, user_login varchar(60), display_name varchar(250));
INSERT INTO wp_users VALUES (1,'admin','Jane Doe');
`
const MYSQL = '-- MySQL dump 10.13  Distrib 8.0.36, for Linux (x86_64)\n--\n/*!40101 SET NAMES utf8mb4 */;\n'
const COMPLETE = '-- Dump completed on 2024-01-01  0:00:00\n'
const TRIGGER = `DELIMITER ;;
/*!50003 CREATE*/ /*!50003 TRIGGER x AFTER INSERT ON wp_comments FOR EACH ROW BEGIN
INSERT INTO wp_comments VALUES (9); END */;;
DELIMITER ;
`
const FIRST = 'https://example.org/2014/01/a-title/'

const read = (content: string, options: ImportOptions = {}) => readRows(readSql, content, options)

describe('a dump of WordPress', () => {
  it.each([
    ['posts behind the comments', MYSQL + WORDPRESS_COMMENTS + WORDPRESS_POSTS + TRIGGER + COMPLETE],
    ['posts before them', MYSQL + TRIGGER + WORDPRESS_POSTS + WORDPRESS_COMMENTS + COMPLETE],
    ['another prefix', `${MYSQL}${WORDPRESS_COMMENTS}${WORDPRESS_POSTS}${COMPLETE}`.replaceAll('wp_', 'k7x_blog_')],
  ])('gives its articles and comments: %s', async (_, content) => {
    const { articles, rows, times, skipped, problems, comments } = await read(content)
    expect(articles).toEqual([
      [FIRST, 'A “title”', FIRST],
      ['https://example.org/about/', 'About', 'https://example.org/about/'],
    ])
    expect(rows).toEqual([
      [`${FIRST}#comment-1`, FIRST, undefined, 'O\'Neil "Ann"', "It's C:\\new\n\n2; -- no remark /* */ ),(1,'x'"],
      [`${FIRST}#comment-2`, FIRST, `${FIRST}#comment-1`, 'Bo', 'Über 😀 & more'],
      ['https://example.org/about/#comment-5', 'https://example.org/about/', undefined, undefined, 'Bye'],
    ])
    expect(times).toEqual(['2014-01-14T17:32:12Z', '2014-01-14T18:00:00Z', undefined])
    expect(comments[0]?.input.author?.externalId).toBe('wordpress-user-3')
    expect(skipped.map((line) => line.replace(/\d+/, 'n'))).toEqual(['n: spam', 'n: pingback'])
    expect(problems.map((line) => line.replace(/^\d+/, 'n'))).toEqual([
      'n: This comment has no time in UTC. Name the time zone of its own time, or times like it are left unknown.',
    ])
  })

  it('keeps the text, author and time of its articles', async () => {
    const found = await collect(readSql(piecesOf(MYSQL + WORDPRESS_COMMENTS + WORDPRESS_POSTS + COMPLETE), {}))
    expect(found.articles[0]?.input).toEqual({
      title: 'A “title”',
      url: FIRST,
      body: 'One\n\nTwo & three',
      author: 'Jane Doe',
      publishedAt: '2014-01-10T09:00:00Z',
    })
  })

  it('reads the clock of the site where UTC is missing', async () => {
    const { times } = await read(MYSQL + WORDPRESS_COMMENTS + WORDPRESS_POSTS + COMPLETE, { timeZone: 'Europe/Berlin' })
    expect(times[2]).toBe('2014-01-14T18:00:00.000Z')
  })

  it('calls articles by their numbers where it has no posts, and keeps sites with prefixes of their own apart', async () => {
    const content = WORDPRESS_COMMENTS + WORDPRESS_COMMENTS.replaceAll('wp_', 'wp_2_')
    const { articles, rows, problems } = await read(content)
    expect(articles.map(([id]) => id)).toEqual(['wordpress-post-7', 'wordpress-post-8', 'wordpress-wp_2_post-7', 'wordpress-wp_2_post-8'])
    expect(rows.map(([id]) => id)).toContain('wordpress-wp_2_post-7#comment-2')
    expect(problems).toContain('15: The dump has no table of posts: the articles are called by their numbers.')
  })

  it('is known by what it begins with', () => {
    const detect = (content: string, name = 'dump') => detectFormat(name, Buffer.from(content))
    expect(detect(MYSQL)).toBe('sql')
    expect(detect('/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump 10.19')).toBe('sql')
    expect(detect('/*!40101 SET @OLD=@@X */;\nDROP TABLE IF EXISTS `a`;')).toBe('sql')
    expect(detect('--\n-- PostgreSQL database dump\n--\n\n\\restrict abc\n\nSET statement_timeout = 0;')).toBe('sql')
    expect(detect('PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;')).toBe('sql')
    expect(detect("INSERT INTO `wp_comments` VALUES (1,'a');")).toBe('sql')
    expect(detect('# ****\n# Sequel Pro SQL dump\n# ****\n\nDROP TABLE IF EXISTS `a`;')).toBe('sql')
    expect(detect('USE [site]\r\nGO\r\nINSERT [dbo].[Comments] ([Id])')).toBe('sql')
    expect(detect('-- nothing but a remark\n', 'a.sql')).toBe('sql')
    expect(detect('# SQL for beginners\n\nInsert into a table what you like.')).toBe('article-text')
    expect(detect('Use it or lose it\n\nSet the table.')).toBe('article-text')
  })
})
