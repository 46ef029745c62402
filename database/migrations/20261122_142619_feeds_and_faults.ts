import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`feed_items\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`item_id\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`type\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`within\` text NOT NULL,
  	\`left\` text,
  	\`removed\` integer DEFAULT false NOT NULL,
  	\`published_at\` text NOT NULL,
  	\`changed_at\` text NOT NULL,
  	\`place\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`feed_items_item_id_idx\` ON \`feed_items\` (\`item_id\`);`)
  await db.run(sql`CREATE INDEX \`feed_items_changed_at_idx\` ON \`feed_items\` (\`changed_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`feed_items_place_idx\` ON \`feed_items\` (\`place\`);`)
  await db.run(sql`CREATE INDEX \`publishedAt_removed_idx\` ON \`feed_items\` (\`published_at\`,\`removed\`);`)
  await db.run(sql`CREATE INDEX \`type_removed_publishedAt_1_idx\` ON \`feed_items\` (\`type\`,\`removed\`,\`published_at\`);`)
  await db.run(sql`CREATE TABLE \`ledger_set_aside\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`consumer\` text NOT NULL,
  	\`item_id\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`error\` text NOT NULL,
  	\`attempts\` numeric NOT NULL,
  	\`set_aside_at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`consumer_seq_idx\` ON \`ledger_set_aside\` (\`consumer\`,\`seq\`);`)
  await db.run(sql`CREATE INDEX \`consumer_itemId_idx\` ON \`ledger_set_aside\` (\`consumer\`,\`item_id\`);`)
  await db.run(sql`DROP TABLE \`rss_items\`;`)
  await db.run(sql`DROP TABLE \`json_feed_items\`;`)
  await db.run(sql`ALTER TABLE \`ledger_cursors\` ADD \`remaining\` numeric;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`feeds_length\` numeric DEFAULT 50 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`feeds_text\` text DEFAULT 'full' NOT NULL;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`feeds_copyright\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`rss_items\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`item_id\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`type\` text NOT NULL,
  	\`choice\` text NOT NULL,
  	\`removed\` integer DEFAULT false NOT NULL,
  	\`published_at\` text NOT NULL,
  	\`changed_at\` text NOT NULL,
  	\`place\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`rss_items_item_id_idx\` ON \`rss_items\` (\`item_id\`);`)
  await db.run(sql`CREATE INDEX \`rss_items_changed_at_idx\` ON \`rss_items\` (\`changed_at\`);`)
  await db.run(sql`CREATE INDEX \`rss_items_place_idx\` ON \`rss_items\` (\`place\`);`)
  await db.run(sql`CREATE INDEX \`removed_publishedAt_idx\` ON \`rss_items\` (\`removed\`,\`published_at\`);`)
  await db.run(sql`CREATE TABLE \`json_feed_items\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`item_id\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`type\` text NOT NULL,
  	\`choice\` text NOT NULL,
  	\`removed\` integer DEFAULT false NOT NULL,
  	\`published_at\` text NOT NULL,
  	\`changed_at\` text NOT NULL,
  	\`place\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`json_feed_items_item_id_idx\` ON \`json_feed_items\` (\`item_id\`);`)
  await db.run(sql`CREATE INDEX \`json_feed_items_changed_at_idx\` ON \`json_feed_items\` (\`changed_at\`);`)
  await db.run(sql`CREATE INDEX \`json_feed_items_place_idx\` ON \`json_feed_items\` (\`place\`);`)
  await db.run(sql`CREATE INDEX \`removed_publishedAt_1_idx\` ON \`json_feed_items\` (\`removed\`,\`published_at\`);`)
  await db.run(sql`DROP TABLE \`feed_items\`;`)
  await db.run(sql`DROP TABLE \`ledger_set_aside\`;`)
  await db.run(sql`ALTER TABLE \`ledger_cursors\` DROP COLUMN \`remaining\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`feeds_length\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`feeds_text\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`feeds_copyright\`;`)
}
