/** Articles of our own, in the shapes that articles come in. */

/** As copied out of a browser: no marks, curly quotes, run-together tables, captions of lost images, page furniture. */
export const DATABASES = `Skip to content

PostgreSQL vs MySQL: Which Database Fits Your Team?

Every shop that grows past one table has to settle on a database sooner or later. PostgreSQL is loved for its rich types. MySQL runs half of the small web. So where does that leave you?

We have kept both alive at night, and we‘ll tell you what that was like. Let‘s begin!

Where They Come From

PostgreSQL grew out of a university project in Berkeley. It was meant to try out new ideas about types.

MySQL was written by a small Swedish company. The point was to be quick on cheap machines.

Both have a long trail of releases behind them:

  • PostgreSQL: 30 major releases
  • MySQL: 9 major releases

Writing Queries

Standard queries look nearly alike, and in PostgreSQL they stay close to the letter of the law:

INSERT INTO walks (name, km)
VALUES ('ridge', 12)
RETURNING id;

MySQL needs one more round trip for the same thing:

INSERT INTO walks (name, km) VALUES ('ridge', 12);
SELECT last_insert_id();

From a script the two differ only by their drivers:

# PostgreSQL

db = psycopg.connect(url)

rows = db.execute("select 1")

# MySQL

db = mysql.connector.connect(host=host)

rows = db.cmd_query("select 1")

Here is a chart of what people told us about it:

PostgreSQL vs MySQL - Happiness


Most of our colleagues keep whichever one they learned first. That is no shame.

Raw Speed

MySQL is said to be the quicker one – but under which load? Here is what we measured last spring:

Point reads on one small machine (Source)

DatabaseReads/secGain over MySQL

Bulk loads on one large machine (Source)

DatabaseRows/secGain over MySQL

On point reads MySQL stays ahead. On mixed loads there is no winner.

Index Types

PostgreSQL comes with many kinds of index:

  • B-tree – The kind that everybody starts with.
  • GIN – For documents and arrays.
  • BRIN – For very long tables.

MySQL keeps to a few:

  • B-tree – Clustered on the primary key.
  • Full text – For words in long texts.

Here is a table of all of them:


So if you keep documents, PostgreSQL is the safer choice. But MySQL is hard to beat on plain keys.

Copies and Failover

Copies of the data are what lets you sleep. Both ship with ways to make them.

These are the main points:

Streaming copiesYesYes (since 3.23)
Logical copiesYesVia the binary log
Automatic failoverNoVia Group Replication

PostgreSQL leaves failover to others. It is a choice, not an accident.

Which One Should You Take?

Nobody can tell you without seeing your data, but a few rules have held up well:

Take PostgreSQL for:

  • Odd types and maps
  • Long reports

Take MySQL for:

  • Plain web shops
  • Hosting that is cheap

Either will carry you for years.

Living With Both

Some teams run PostgreSQL for reports and MySQL for the shop. A small tool copies rows from one to the other every night.


PostgreSQL and MySQL have learned a great deal from each other, and whoever keeps either of them patched will be fine.

I hope these notes save you an evening. Let us know how it went!

Join the conversation

Your email address will not be published. Required fields are marked *
`;

export const SHOES_MARKDOWN = `---
title: "Trail Shoes vs Road Shoes"
---

Trail shoes grip. Road shoes roll.

## Grip

Trail shoes have lugs under the sole. Road shoes have flat rubber.

![a muddy sole](sole.png)

| Ground | Trail shoes | Road shoes |
| --- | --- | --- |
| Mud | Yes | No |
| Asphalt | Partly (they wear out) | Yes |
| Ice | | with spikes |

### Rock plates

A plate in trail shoes keeps stones from the foot.

## Weight

Road shoes are lighter:

- **Trail shoes**: 300 g
- **Road shoes**: 240 g

\`\`\`python
# Road shoes
pace = run(road_shoes)
\`\`\`

## Care

Brush them. Never wash them hot.
`;

export const SHOES_HTML = `<!doctype html>
<html><head><title>Trail Shoes vs Road Shoes | Shoe Blog</title><script>var x = 1;</script></head>
<body>
<nav><a href="/">Home</a> <a href="/blog">Blog</a></nav>
<main><article>
<header><h1>Trail Shoes vs Road Shoes</h1><p>By Someone</p></header>
<p>Trail shoes grip.<br>Road shoes roll.</p>
<h2>Grip</h2>
<p>Trail shoes have lugs.</p>
<figure><img src="sole.png"><figcaption>A muddy sole</figcaption></figure>
<table><tr><th>Ground</th><th>Trail shoes</th><th>Road shoes</th></tr><tr><td>Mud</td><td>Yes</td><td>No</td></tr></table>
<h2>Care</h2>
<ul><li>Brush them</li><li>Never wash them hot</li></ul>
<pre><code class="language-python">pace = run(road_shoes)</code></pre>
<h2>Leave a Reply</h2>
<form><p>Your name</p></form>
</article></main>
<footer>All rights reserved</footer>
</body></html>
`;
