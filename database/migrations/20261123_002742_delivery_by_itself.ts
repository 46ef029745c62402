import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`deploy_hook_calls\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`called_seq\` numeric NOT NULL,
  	\`waiting\` numeric NOT NULL,
  	\`first_at\` text,
  	\`newest_at\` text,
  	\`fence\` numeric NOT NULL,
  	\`claimed_until\` text,
  	\`failures\` numeric NOT NULL,
  	\`next_at\` text,
  	\`failed\` text,
  	\`called_at\` text,
  	\`status\` numeric,
  	\`error\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`deploy_hook_calls_name_idx\` ON \`deploy_hook_calls\` (\`name\`);`)
  await db.run(sql`DROP TABLE \`delivery_items\`;`)
  await db.run(sql`DROP TABLE \`delivery_files\`;`)
  // Nobody could try them again.
  await db.run(sql`DELETE FROM \`ledger_set_aside\` WHERE \`consumer\` = 'delivery';`)
  await db.run(sql`DROP INDEX \`type_removed_publishedAt_1_idx\`;`)
  await db.run(sql`CREATE INDEX \`type_removed_publishedAt_idx\` ON \`feed_items\` (\`type\`,\`removed\`,\`published_at\`);`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`delivery_s_max_age\` numeric DEFAULT 60 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`delivery_stale_while_revalidate\` numeric DEFAULT 300 NOT NULL;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`preview_pattern\` text DEFAULT '/api/preview?type={type}&slug={slug}&token={token}';`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`deploy_hook_url\` text;`)
  await db.run(sql`ALTER TABLE \`settings\` ADD \`deploy_hook_quiet_seconds\` numeric DEFAULT 30;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`type_removed_publishedAt_idx\`;`)
  await db.run(sql`CREATE INDEX \`type_removed_publishedAt_1_idx\` ON \`feed_items\` (\`type\`,\`removed\`,\`published_at\`);`)
  await db.run(sql`CREATE TABLE \`delivery_items\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`item_id\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`type\` text NOT NULL,
  	\`slug\` text NOT NULL,
  	\`removed\` integer DEFAULT false NOT NULL,
  	\`published_at\` text NOT NULL,
  	\`item\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`delivery_items_item_id_idx\` ON \`delivery_items\` (\`item_id\`);`)
  await db.run(sql`CREATE INDEX \`type_removed_publishedAt_idx\` ON \`delivery_items\` (\`type\`,\`removed\`,\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`type_slug_idx\` ON \`delivery_items\` (\`type\`,\`slug\`);`)
  await db.run(sql`CREATE TABLE \`delivery_files\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text NOT NULL,
  	\`item_id\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`removed\` integer DEFAULT false NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`delivery_files_item_id_idx\` ON \`delivery_files\` (\`item_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`name_itemId_idx\` ON \`delivery_files\` (\`name\`,\`item_id\`);`)
  await db.run(sql`DROP TABLE \`deploy_hook_calls\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`delivery_s_max_age\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`delivery_stale_while_revalidate\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`preview_pattern\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`deploy_hook_url\`;`)
  await db.run(sql`ALTER TABLE \`settings\` DROP COLUMN \`deploy_hook_quiet_seconds\`;`)
}
