import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`articles\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`title\` text,
  	\`summary\` text,
  	\`body\` text,
  	\`call_to_action_id\` integer,
  	\`meta_title\` text,
  	\`canonical_url\` text,
  	\`meta_description\` text,
  	\`no_index\` integer DEFAULT false,
  	\`channels_feeds_include\` text DEFAULT 'default',
  	\`channels_linkedin_include\` text DEFAULT 'default',
  	\`channels_linkedin_text\` text,
  	\`channels_newsletter_include\` text DEFAULT 'default',
  	\`channels_sitemap_include\` text DEFAULT 'default',
  	\`slug\` text,
  	\`published_at\` text,
  	\`image_id\` integer,
  	\`uid\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`call_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_call_to_action_idx\` ON \`articles\` (\`call_to_action_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`articles_slug_idx\` ON \`articles\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`articles_published_at_idx\` ON \`articles\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_image_idx\` ON \`articles\` (\`image_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`articles_uid_idx\` ON \`articles\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`articles_updated_at_idx\` ON \`articles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_created_at_idx\` ON \`articles\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`articles_deleted_at_idx\` ON \`articles\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`articles__status_idx\` ON \`articles\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`articles_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_texts_order_parent\` ON \`articles_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`articles_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`faqs_id\` integer,
  	\`case_studies_id\` integer,
  	\`glossary_terms_id\` integer,
  	\`role_profiles_id\` integer,
  	\`people_id\` integer,
  	\`topics_id\` integer,
  	\`articles_id\` integer,
  	\`media_id\` integer,
  	\`calls_to_action_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`case_studies_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`glossary_terms_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_profiles_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`articles_rels_order_idx\` ON \`articles_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_parent_idx\` ON \`articles_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_path_idx\` ON \`articles_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_faqs_id_idx\` ON \`articles_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_case_studies_id_idx\` ON \`articles_rels\` (\`case_studies_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_glossary_terms_id_idx\` ON \`articles_rels\` (\`glossary_terms_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_role_profiles_id_idx\` ON \`articles_rels\` (\`role_profiles_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_people_id_idx\` ON \`articles_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_topics_id_idx\` ON \`articles_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_articles_id_idx\` ON \`articles_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_media_id_idx\` ON \`articles_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`articles_rels_calls_to_action_id_idx\` ON \`articles_rels\` (\`calls_to_action_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_summary\` text,
  	\`version_body\` text,
  	\`version_call_to_action_id\` integer,
  	\`version_meta_title\` text,
  	\`version_canonical_url\` text,
  	\`version_meta_description\` text,
  	\`version_no_index\` integer DEFAULT false,
  	\`version_channels_feeds_include\` text DEFAULT 'default',
  	\`version_channels_linkedin_include\` text DEFAULT 'default',
  	\`version_channels_linkedin_text\` text,
  	\`version_channels_newsletter_include\` text DEFAULT 'default',
  	\`version_channels_sitemap_include\` text DEFAULT 'default',
  	\`version_slug\` text,
  	\`version_published_at\` text,
  	\`version_image_id\` integer,
  	\`version_uid\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_call_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_parent_idx\` ON \`_articles_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_call_to_action_idx\` ON \`_articles_v\` (\`version_call_to_action_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_slug_idx\` ON \`_articles_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_published_at_idx\` ON \`_articles_v\` (\`version_published_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_image_idx\` ON \`_articles_v\` (\`version_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_uid_idx\` ON \`_articles_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_updated_at_idx\` ON \`_articles_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_created_at_idx\` ON \`_articles_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version_deleted_at_idx\` ON \`_articles_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_version_version__status_idx\` ON \`_articles_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_created_at_idx\` ON \`_articles_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_updated_at_idx\` ON \`_articles_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_latest_idx\` ON \`_articles_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_autosave_idx\` ON \`_articles_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_texts_order_parent\` ON \`_articles_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_articles_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`faqs_id\` integer,
  	\`case_studies_id\` integer,
  	\`glossary_terms_id\` integer,
  	\`role_profiles_id\` integer,
  	\`people_id\` integer,
  	\`topics_id\` integer,
  	\`articles_id\` integer,
  	\`media_id\` integer,
  	\`calls_to_action_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_articles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`case_studies_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`glossary_terms_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_profiles_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_order_idx\` ON \`_articles_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_parent_idx\` ON \`_articles_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_path_idx\` ON \`_articles_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_faqs_id_idx\` ON \`_articles_v_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_case_studies_id_idx\` ON \`_articles_v_rels\` (\`case_studies_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_glossary_terms_id_idx\` ON \`_articles_v_rels\` (\`glossary_terms_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_role_profiles_id_idx\` ON \`_articles_v_rels\` (\`role_profiles_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_people_id_idx\` ON \`_articles_v_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_topics_id_idx\` ON \`_articles_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_articles_id_idx\` ON \`_articles_v_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_media_id_idx\` ON \`_articles_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`_articles_v_rels_calls_to_action_id_idx\` ON \`_articles_v_rels\` (\`calls_to_action_id\`);`)
  await db.run(sql`CREATE TABLE \`glossary_terms_related_roles\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`label\` text,
  	\`profile_id\` integer,
  	FOREIGN KEY (\`profile_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`glossary_terms_related_roles_order_idx\` ON \`glossary_terms_related_roles\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_related_roles_parent_id_idx\` ON \`glossary_terms_related_roles\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_related_roles_profile_idx\` ON \`glossary_terms_related_roles\` (\`profile_id\`);`)
  await db.run(sql`CREATE TABLE \`glossary_terms\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`term\` text,
  	\`abbreviation\` text,
  	\`question\` text,
  	\`short_answer\` text,
  	\`body\` text,
  	\`summary\` text,
  	\`call_to_action_id\` integer,
  	\`meta_title\` text,
  	\`canonical_url\` text,
  	\`meta_description\` text,
  	\`no_index\` integer DEFAULT false,
  	\`channels_feeds_include\` text DEFAULT 'default',
  	\`channels_linkedin_include\` text DEFAULT 'default',
  	\`channels_linkedin_text\` text,
  	\`channels_newsletter_include\` text DEFAULT 'default',
  	\`channels_sitemap_include\` text DEFAULT 'default',
  	\`slug\` text,
  	\`published_at\` text,
  	\`category_id\` integer,
  	\`image_id\` integer,
  	\`uid\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`call_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`category_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`glossary_terms_call_to_action_idx\` ON \`glossary_terms\` (\`call_to_action_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`glossary_terms_slug_idx\` ON \`glossary_terms\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_published_at_idx\` ON \`glossary_terms\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_category_idx\` ON \`glossary_terms\` (\`category_id\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_image_idx\` ON \`glossary_terms\` (\`image_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`glossary_terms_uid_idx\` ON \`glossary_terms\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_updated_at_idx\` ON \`glossary_terms\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_created_at_idx\` ON \`glossary_terms\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_deleted_at_idx\` ON \`glossary_terms\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms__status_idx\` ON \`glossary_terms\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`glossary_terms_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`glossary_terms_texts_order_parent\` ON \`glossary_terms_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`glossary_terms_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`glossary_terms_id\` integer,
  	\`faqs_id\` integer,
  	\`people_id\` integer,
  	\`topics_id\` integer,
  	\`articles_id\` integer,
  	\`case_studies_id\` integer,
  	\`role_profiles_id\` integer,
  	\`media_id\` integer,
  	\`calls_to_action_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`glossary_terms_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`case_studies_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_profiles_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`glossary_terms_rels_order_idx\` ON \`glossary_terms_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_rels_parent_idx\` ON \`glossary_terms_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_rels_path_idx\` ON \`glossary_terms_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_rels_glossary_terms_id_idx\` ON \`glossary_terms_rels\` (\`glossary_terms_id\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_rels_faqs_id_idx\` ON \`glossary_terms_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_rels_people_id_idx\` ON \`glossary_terms_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_rels_topics_id_idx\` ON \`glossary_terms_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_rels_articles_id_idx\` ON \`glossary_terms_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_rels_case_studies_id_idx\` ON \`glossary_terms_rels\` (\`case_studies_id\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_rels_role_profiles_id_idx\` ON \`glossary_terms_rels\` (\`role_profiles_id\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_rels_media_id_idx\` ON \`glossary_terms_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`glossary_terms_rels_calls_to_action_id_idx\` ON \`glossary_terms_rels\` (\`calls_to_action_id\`);`)
  await db.run(sql`CREATE TABLE \`_glossary_terms_v_version_related_roles\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`label\` text,
  	\`profile_id\` integer,
  	\`_uuid\` text,
  	FOREIGN KEY (\`profile_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_glossary_terms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_version_related_roles_order_idx\` ON \`_glossary_terms_v_version_related_roles\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_version_related_roles_parent_id_idx\` ON \`_glossary_terms_v_version_related_roles\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_version_related_roles_profile_idx\` ON \`_glossary_terms_v_version_related_roles\` (\`profile_id\`);`)
  await db.run(sql`CREATE TABLE \`_glossary_terms_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_term\` text,
  	\`version_abbreviation\` text,
  	\`version_question\` text,
  	\`version_short_answer\` text,
  	\`version_body\` text,
  	\`version_summary\` text,
  	\`version_call_to_action_id\` integer,
  	\`version_meta_title\` text,
  	\`version_canonical_url\` text,
  	\`version_meta_description\` text,
  	\`version_no_index\` integer DEFAULT false,
  	\`version_channels_feeds_include\` text DEFAULT 'default',
  	\`version_channels_linkedin_include\` text DEFAULT 'default',
  	\`version_channels_linkedin_text\` text,
  	\`version_channels_newsletter_include\` text DEFAULT 'default',
  	\`version_channels_sitemap_include\` text DEFAULT 'default',
  	\`version_slug\` text,
  	\`version_published_at\` text,
  	\`version_category_id\` integer,
  	\`version_image_id\` integer,
  	\`version_uid\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_call_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_category_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_parent_idx\` ON \`_glossary_terms_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_version_version_call_to_action_idx\` ON \`_glossary_terms_v\` (\`version_call_to_action_id\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_version_version_slug_idx\` ON \`_glossary_terms_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_version_version_published_at_idx\` ON \`_glossary_terms_v\` (\`version_published_at\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_version_version_category_idx\` ON \`_glossary_terms_v\` (\`version_category_id\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_version_version_image_idx\` ON \`_glossary_terms_v\` (\`version_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_version_version_uid_idx\` ON \`_glossary_terms_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_version_version_updated_at_idx\` ON \`_glossary_terms_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_version_version_created_at_idx\` ON \`_glossary_terms_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_version_version_deleted_at_idx\` ON \`_glossary_terms_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_version_version__status_idx\` ON \`_glossary_terms_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_created_at_idx\` ON \`_glossary_terms_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_updated_at_idx\` ON \`_glossary_terms_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_latest_idx\` ON \`_glossary_terms_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_autosave_idx\` ON \`_glossary_terms_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_glossary_terms_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_glossary_terms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_texts_order_parent\` ON \`_glossary_terms_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_glossary_terms_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`glossary_terms_id\` integer,
  	\`faqs_id\` integer,
  	\`people_id\` integer,
  	\`topics_id\` integer,
  	\`articles_id\` integer,
  	\`case_studies_id\` integer,
  	\`role_profiles_id\` integer,
  	\`media_id\` integer,
  	\`calls_to_action_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_glossary_terms_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`glossary_terms_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`case_studies_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_profiles_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_rels_order_idx\` ON \`_glossary_terms_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_rels_parent_idx\` ON \`_glossary_terms_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_rels_path_idx\` ON \`_glossary_terms_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_rels_glossary_terms_id_idx\` ON \`_glossary_terms_v_rels\` (\`glossary_terms_id\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_rels_faqs_id_idx\` ON \`_glossary_terms_v_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_rels_people_id_idx\` ON \`_glossary_terms_v_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_rels_topics_id_idx\` ON \`_glossary_terms_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_rels_articles_id_idx\` ON \`_glossary_terms_v_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_rels_case_studies_id_idx\` ON \`_glossary_terms_v_rels\` (\`case_studies_id\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_rels_role_profiles_id_idx\` ON \`_glossary_terms_v_rels\` (\`role_profiles_id\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_rels_media_id_idx\` ON \`_glossary_terms_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`_glossary_terms_v_rels_calls_to_action_id_idx\` ON \`_glossary_terms_v_rels\` (\`calls_to_action_id\`);`)
  await db.run(sql`CREATE TABLE \`faqs\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`question\` text,
  	\`body\` text,
  	\`summary\` text,
  	\`meta_title\` text,
  	\`canonical_url\` text,
  	\`meta_description\` text,
  	\`no_index\` integer DEFAULT false,
  	\`channels_feeds_include\` text DEFAULT 'default',
  	\`channels_linkedin_include\` text DEFAULT 'default',
  	\`channels_linkedin_text\` text,
  	\`channels_newsletter_include\` text DEFAULT 'default',
  	\`channels_sitemap_include\` text DEFAULT 'default',
  	\`slug\` text,
  	\`published_at\` text,
  	\`image_id\` integer,
  	\`uid\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`faqs_slug_idx\` ON \`faqs\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`faqs_published_at_idx\` ON \`faqs\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`faqs_image_idx\` ON \`faqs\` (\`image_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`faqs_uid_idx\` ON \`faqs\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`faqs_updated_at_idx\` ON \`faqs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`faqs_created_at_idx\` ON \`faqs\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`faqs_deleted_at_idx\` ON \`faqs\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`faqs__status_idx\` ON \`faqs\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`faqs_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`faqs_texts_order_parent\` ON \`faqs_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`faqs_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`people_id\` integer,
  	\`topics_id\` integer,
  	\`articles_id\` integer,
  	\`glossary_terms_id\` integer,
  	\`faqs_id\` integer,
  	\`case_studies_id\` integer,
  	\`role_profiles_id\` integer,
  	\`media_id\` integer,
  	\`calls_to_action_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`glossary_terms_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`case_studies_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_profiles_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`faqs_rels_order_idx\` ON \`faqs_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`faqs_rels_parent_idx\` ON \`faqs_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_rels_path_idx\` ON \`faqs_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`faqs_rels_people_id_idx\` ON \`faqs_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_rels_topics_id_idx\` ON \`faqs_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_rels_articles_id_idx\` ON \`faqs_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_rels_glossary_terms_id_idx\` ON \`faqs_rels\` (\`glossary_terms_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_rels_faqs_id_idx\` ON \`faqs_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_rels_case_studies_id_idx\` ON \`faqs_rels\` (\`case_studies_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_rels_role_profiles_id_idx\` ON \`faqs_rels\` (\`role_profiles_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_rels_media_id_idx\` ON \`faqs_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`faqs_rels_calls_to_action_id_idx\` ON \`faqs_rels\` (\`calls_to_action_id\`);`)
  await db.run(sql`CREATE TABLE \`_faqs_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_question\` text,
  	\`version_body\` text,
  	\`version_summary\` text,
  	\`version_meta_title\` text,
  	\`version_canonical_url\` text,
  	\`version_meta_description\` text,
  	\`version_no_index\` integer DEFAULT false,
  	\`version_channels_feeds_include\` text DEFAULT 'default',
  	\`version_channels_linkedin_include\` text DEFAULT 'default',
  	\`version_channels_linkedin_text\` text,
  	\`version_channels_newsletter_include\` text DEFAULT 'default',
  	\`version_channels_sitemap_include\` text DEFAULT 'default',
  	\`version_slug\` text,
  	\`version_published_at\` text,
  	\`version_image_id\` integer,
  	\`version_uid\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_faqs_v_parent_idx\` ON \`_faqs_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_slug_idx\` ON \`_faqs_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_published_at_idx\` ON \`_faqs_v\` (\`version_published_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_image_idx\` ON \`_faqs_v\` (\`version_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_uid_idx\` ON \`_faqs_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_updated_at_idx\` ON \`_faqs_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_created_at_idx\` ON \`_faqs_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version_deleted_at_idx\` ON \`_faqs_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_version_version__status_idx\` ON \`_faqs_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_created_at_idx\` ON \`_faqs_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_updated_at_idx\` ON \`_faqs_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_latest_idx\` ON \`_faqs_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_autosave_idx\` ON \`_faqs_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_faqs_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_faqs_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_faqs_v_texts_order_parent\` ON \`_faqs_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_faqs_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`people_id\` integer,
  	\`topics_id\` integer,
  	\`articles_id\` integer,
  	\`glossary_terms_id\` integer,
  	\`faqs_id\` integer,
  	\`case_studies_id\` integer,
  	\`role_profiles_id\` integer,
  	\`media_id\` integer,
  	\`calls_to_action_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_faqs_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`glossary_terms_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`case_studies_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_profiles_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_order_idx\` ON \`_faqs_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_parent_idx\` ON \`_faqs_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_path_idx\` ON \`_faqs_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_people_id_idx\` ON \`_faqs_v_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_topics_id_idx\` ON \`_faqs_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_articles_id_idx\` ON \`_faqs_v_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_glossary_terms_id_idx\` ON \`_faqs_v_rels\` (\`glossary_terms_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_faqs_id_idx\` ON \`_faqs_v_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_case_studies_id_idx\` ON \`_faqs_v_rels\` (\`case_studies_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_role_profiles_id_idx\` ON \`_faqs_v_rels\` (\`role_profiles_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_media_id_idx\` ON \`_faqs_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`_faqs_v_rels_calls_to_action_id_idx\` ON \`_faqs_v_rels\` (\`calls_to_action_id\`);`)
  await db.run(sql`CREATE TABLE \`case_studies_metrics\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`label\` text,
  	\`value\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`case_studies_metrics_order_idx\` ON \`case_studies_metrics\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_metrics_parent_id_idx\` ON \`case_studies_metrics\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`case_studies\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`title\` text,
  	\`client\` text,
  	\`client_url\` text,
  	\`summary\` text,
  	\`body\` text,
  	\`testimonial_quote\` text,
  	\`testimonial_name\` text,
  	\`testimonial_role\` text,
  	\`call_to_action_id\` integer,
  	\`meta_title\` text,
  	\`canonical_url\` text,
  	\`meta_description\` text,
  	\`no_index\` integer DEFAULT false,
  	\`channels_feeds_include\` text DEFAULT 'default',
  	\`channels_linkedin_include\` text DEFAULT 'default',
  	\`channels_linkedin_text\` text,
  	\`channels_newsletter_include\` text DEFAULT 'default',
  	\`channels_sitemap_include\` text DEFAULT 'default',
  	\`slug\` text,
  	\`published_at\` text,
  	\`image_id\` integer,
  	\`uid\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`call_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`case_studies_call_to_action_idx\` ON \`case_studies\` (\`call_to_action_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`case_studies_slug_idx\` ON \`case_studies\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_published_at_idx\` ON \`case_studies\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_image_idx\` ON \`case_studies\` (\`image_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`case_studies_uid_idx\` ON \`case_studies\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_updated_at_idx\` ON \`case_studies\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_created_at_idx\` ON \`case_studies\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_deleted_at_idx\` ON \`case_studies\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`case_studies__status_idx\` ON \`case_studies\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`case_studies_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`case_studies_texts_order_parent\` ON \`case_studies_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`case_studies_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`glossary_terms_id\` integer,
  	\`role_profiles_id\` integer,
  	\`people_id\` integer,
  	\`topics_id\` integer,
  	\`articles_id\` integer,
  	\`faqs_id\` integer,
  	\`case_studies_id\` integer,
  	\`media_id\` integer,
  	\`calls_to_action_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`glossary_terms_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_profiles_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`case_studies_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`case_studies_rels_order_idx\` ON \`case_studies_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_rels_parent_idx\` ON \`case_studies_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_rels_path_idx\` ON \`case_studies_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_rels_glossary_terms_id_idx\` ON \`case_studies_rels\` (\`glossary_terms_id\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_rels_role_profiles_id_idx\` ON \`case_studies_rels\` (\`role_profiles_id\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_rels_people_id_idx\` ON \`case_studies_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_rels_topics_id_idx\` ON \`case_studies_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_rels_articles_id_idx\` ON \`case_studies_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_rels_faqs_id_idx\` ON \`case_studies_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_rels_case_studies_id_idx\` ON \`case_studies_rels\` (\`case_studies_id\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_rels_media_id_idx\` ON \`case_studies_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`case_studies_rels_calls_to_action_id_idx\` ON \`case_studies_rels\` (\`calls_to_action_id\`);`)
  await db.run(sql`CREATE TABLE \`_case_studies_v_version_metrics\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`label\` text,
  	\`value\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_case_studies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_case_studies_v_version_metrics_order_idx\` ON \`_case_studies_v_version_metrics\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_version_metrics_parent_id_idx\` ON \`_case_studies_v_version_metrics\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_case_studies_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_client\` text,
  	\`version_client_url\` text,
  	\`version_summary\` text,
  	\`version_body\` text,
  	\`version_testimonial_quote\` text,
  	\`version_testimonial_name\` text,
  	\`version_testimonial_role\` text,
  	\`version_call_to_action_id\` integer,
  	\`version_meta_title\` text,
  	\`version_canonical_url\` text,
  	\`version_meta_description\` text,
  	\`version_no_index\` integer DEFAULT false,
  	\`version_channels_feeds_include\` text DEFAULT 'default',
  	\`version_channels_linkedin_include\` text DEFAULT 'default',
  	\`version_channels_linkedin_text\` text,
  	\`version_channels_newsletter_include\` text DEFAULT 'default',
  	\`version_channels_sitemap_include\` text DEFAULT 'default',
  	\`version_slug\` text,
  	\`version_published_at\` text,
  	\`version_image_id\` integer,
  	\`version_uid\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_call_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_case_studies_v_parent_idx\` ON \`_case_studies_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_version_version_call_to_action_idx\` ON \`_case_studies_v\` (\`version_call_to_action_id\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_version_version_slug_idx\` ON \`_case_studies_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_version_version_published_at_idx\` ON \`_case_studies_v\` (\`version_published_at\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_version_version_image_idx\` ON \`_case_studies_v\` (\`version_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_version_version_uid_idx\` ON \`_case_studies_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_version_version_updated_at_idx\` ON \`_case_studies_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_version_version_created_at_idx\` ON \`_case_studies_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_version_version_deleted_at_idx\` ON \`_case_studies_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_version_version__status_idx\` ON \`_case_studies_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_created_at_idx\` ON \`_case_studies_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_updated_at_idx\` ON \`_case_studies_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_latest_idx\` ON \`_case_studies_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_autosave_idx\` ON \`_case_studies_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_case_studies_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_case_studies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_case_studies_v_texts_order_parent\` ON \`_case_studies_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_case_studies_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`glossary_terms_id\` integer,
  	\`role_profiles_id\` integer,
  	\`people_id\` integer,
  	\`topics_id\` integer,
  	\`articles_id\` integer,
  	\`faqs_id\` integer,
  	\`case_studies_id\` integer,
  	\`media_id\` integer,
  	\`calls_to_action_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_case_studies_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`glossary_terms_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_profiles_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`case_studies_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_case_studies_v_rels_order_idx\` ON \`_case_studies_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_rels_parent_idx\` ON \`_case_studies_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_rels_path_idx\` ON \`_case_studies_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_rels_glossary_terms_id_idx\` ON \`_case_studies_v_rels\` (\`glossary_terms_id\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_rels_role_profiles_id_idx\` ON \`_case_studies_v_rels\` (\`role_profiles_id\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_rels_people_id_idx\` ON \`_case_studies_v_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_rels_topics_id_idx\` ON \`_case_studies_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_rels_articles_id_idx\` ON \`_case_studies_v_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_rels_faqs_id_idx\` ON \`_case_studies_v_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_rels_case_studies_id_idx\` ON \`_case_studies_v_rels\` (\`case_studies_id\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_rels_media_id_idx\` ON \`_case_studies_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`_case_studies_v_rels_calls_to_action_id_idx\` ON \`_case_studies_v_rels\` (\`calls_to_action_id\`);`)
  await db.run(sql`CREATE TABLE \`role_profiles_skills\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`kind\` text DEFAULT 'skill',
  	\`description\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`role_profiles_skills_order_idx\` ON \`role_profiles_skills\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_skills_parent_id_idx\` ON \`role_profiles_skills\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`role_profiles_provenance_scores\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`score\` numeric,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`role_profiles_provenance_scores_order_idx\` ON \`role_profiles_provenance_scores\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_provenance_scores_parent_id_idx\` ON \`role_profiles_provenance_scores\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`role_profiles_provenance_sources\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`url\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`role_profiles_provenance_sources_order_idx\` ON \`role_profiles_provenance_sources\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_provenance_sources_parent_id_idx\` ON \`role_profiles_provenance_sources\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`role_profiles_classifications\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`scheme\` text,
  	\`code\` text,
  	\`source\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`role_profiles_classifications_order_idx\` ON \`role_profiles_classifications\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_classifications_parent_id_idx\` ON \`role_profiles_classifications\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`role_profiles\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`title\` text,
  	\`family_id\` integer,
  	\`level_id\` integer,
  	\`code\` text,
  	\`profile_version\` numeric DEFAULT 1,
  	\`summary\` text,
  	\`pay_low\` numeric,
  	\`pay_median\` numeric,
  	\`pay_high\` numeric,
  	\`pay_currency\` text,
  	\`pay_period\` text DEFAULT 'year',
  	\`pay_as_of\` text,
  	\`pay_note\` text,
  	\`body\` text,
  	\`provenance_source_count\` numeric,
  	\`call_to_action_id\` integer,
  	\`meta_title\` text,
  	\`canonical_url\` text,
  	\`meta_description\` text,
  	\`no_index\` integer DEFAULT false,
  	\`channels_feeds_include\` text DEFAULT 'default',
  	\`channels_linkedin_include\` text DEFAULT 'default',
  	\`channels_linkedin_text\` text,
  	\`channels_newsletter_include\` text DEFAULT 'default',
  	\`channels_sitemap_include\` text DEFAULT 'default',
  	\`slug\` text,
  	\`published_at\` text,
  	\`review_status\` text DEFAULT 'draft',
  	\`confidence\` numeric,
  	\`image_id\` integer,
  	\`uid\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`family_id\`) REFERENCES \`role_families\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`level_id\`) REFERENCES \`role_levels\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`call_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`role_profiles_family_idx\` ON \`role_profiles\` (\`family_id\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_level_idx\` ON \`role_profiles\` (\`level_id\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_call_to_action_idx\` ON \`role_profiles\` (\`call_to_action_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`role_profiles_slug_idx\` ON \`role_profiles\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_published_at_idx\` ON \`role_profiles\` (\`published_at\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_image_idx\` ON \`role_profiles\` (\`image_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`role_profiles_uid_idx\` ON \`role_profiles\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_updated_at_idx\` ON \`role_profiles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_created_at_idx\` ON \`role_profiles\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_deleted_at_idx\` ON \`role_profiles\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles__status_idx\` ON \`role_profiles\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`role_profiles_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`role_profiles_texts_order_parent\` ON \`role_profiles_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`role_profiles_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`people_id\` integer,
  	\`topics_id\` integer,
  	\`role_families_id\` integer,
  	\`role_levels_id\` integer,
  	\`articles_id\` integer,
  	\`glossary_terms_id\` integer,
  	\`faqs_id\` integer,
  	\`case_studies_id\` integer,
  	\`role_profiles_id\` integer,
  	\`media_id\` integer,
  	\`calls_to_action_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_families_id\`) REFERENCES \`role_families\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_levels_id\`) REFERENCES \`role_levels\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`glossary_terms_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`case_studies_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_profiles_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`role_profiles_rels_order_idx\` ON \`role_profiles_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_rels_parent_idx\` ON \`role_profiles_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_rels_path_idx\` ON \`role_profiles_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_rels_people_id_idx\` ON \`role_profiles_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_rels_topics_id_idx\` ON \`role_profiles_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_rels_role_families_id_idx\` ON \`role_profiles_rels\` (\`role_families_id\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_rels_role_levels_id_idx\` ON \`role_profiles_rels\` (\`role_levels_id\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_rels_articles_id_idx\` ON \`role_profiles_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_rels_glossary_terms_id_idx\` ON \`role_profiles_rels\` (\`glossary_terms_id\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_rels_faqs_id_idx\` ON \`role_profiles_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_rels_case_studies_id_idx\` ON \`role_profiles_rels\` (\`case_studies_id\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_rels_role_profiles_id_idx\` ON \`role_profiles_rels\` (\`role_profiles_id\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_rels_media_id_idx\` ON \`role_profiles_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`role_profiles_rels_calls_to_action_id_idx\` ON \`role_profiles_rels\` (\`calls_to_action_id\`);`)
  await db.run(sql`CREATE TABLE \`_role_profiles_v_version_skills\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`kind\` text DEFAULT 'skill',
  	\`description\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_role_profiles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_skills_order_idx\` ON \`_role_profiles_v_version_skills\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_skills_parent_id_idx\` ON \`_role_profiles_v_version_skills\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_role_profiles_v_version_provenance_scores\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`score\` numeric,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_role_profiles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_provenance_scores_order_idx\` ON \`_role_profiles_v_version_provenance_scores\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_provenance_scores_parent_id_idx\` ON \`_role_profiles_v_version_provenance_scores\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_role_profiles_v_version_provenance_sources\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`title\` text,
  	\`url\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_role_profiles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_provenance_sources_order_idx\` ON \`_role_profiles_v_version_provenance_sources\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_provenance_sources_parent_id_idx\` ON \`_role_profiles_v_version_provenance_sources\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_role_profiles_v_version_classifications\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`scheme\` text,
  	\`code\` text,
  	\`source\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_role_profiles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_classifications_order_idx\` ON \`_role_profiles_v_version_classifications\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_classifications_parent_id_idx\` ON \`_role_profiles_v_version_classifications\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_role_profiles_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_title\` text,
  	\`version_family_id\` integer,
  	\`version_level_id\` integer,
  	\`version_code\` text,
  	\`version_profile_version\` numeric DEFAULT 1,
  	\`version_summary\` text,
  	\`version_pay_low\` numeric,
  	\`version_pay_median\` numeric,
  	\`version_pay_high\` numeric,
  	\`version_pay_currency\` text,
  	\`version_pay_period\` text DEFAULT 'year',
  	\`version_pay_as_of\` text,
  	\`version_pay_note\` text,
  	\`version_body\` text,
  	\`version_provenance_source_count\` numeric,
  	\`version_call_to_action_id\` integer,
  	\`version_meta_title\` text,
  	\`version_canonical_url\` text,
  	\`version_meta_description\` text,
  	\`version_no_index\` integer DEFAULT false,
  	\`version_channels_feeds_include\` text DEFAULT 'default',
  	\`version_channels_linkedin_include\` text DEFAULT 'default',
  	\`version_channels_linkedin_text\` text,
  	\`version_channels_newsletter_include\` text DEFAULT 'default',
  	\`version_channels_sitemap_include\` text DEFAULT 'default',
  	\`version_slug\` text,
  	\`version_published_at\` text,
  	\`version_review_status\` text DEFAULT 'draft',
  	\`version_confidence\` numeric,
  	\`version_image_id\` integer,
  	\`version_uid\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_family_id\`) REFERENCES \`role_families\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_level_id\`) REFERENCES \`role_levels\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_call_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_image_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_parent_idx\` ON \`_role_profiles_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_version_family_idx\` ON \`_role_profiles_v\` (\`version_family_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_version_level_idx\` ON \`_role_profiles_v\` (\`version_level_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_version_call_to_action_idx\` ON \`_role_profiles_v\` (\`version_call_to_action_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_version_slug_idx\` ON \`_role_profiles_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_version_published_at_idx\` ON \`_role_profiles_v\` (\`version_published_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_version_image_idx\` ON \`_role_profiles_v\` (\`version_image_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_version_uid_idx\` ON \`_role_profiles_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_version_updated_at_idx\` ON \`_role_profiles_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_version_created_at_idx\` ON \`_role_profiles_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_version_deleted_at_idx\` ON \`_role_profiles_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_version_version__status_idx\` ON \`_role_profiles_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_created_at_idx\` ON \`_role_profiles_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_updated_at_idx\` ON \`_role_profiles_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_latest_idx\` ON \`_role_profiles_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_autosave_idx\` ON \`_role_profiles_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_role_profiles_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_role_profiles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_texts_order_parent\` ON \`_role_profiles_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_role_profiles_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`people_id\` integer,
  	\`topics_id\` integer,
  	\`role_families_id\` integer,
  	\`role_levels_id\` integer,
  	\`articles_id\` integer,
  	\`glossary_terms_id\` integer,
  	\`faqs_id\` integer,
  	\`case_studies_id\` integer,
  	\`role_profiles_id\` integer,
  	\`media_id\` integer,
  	\`calls_to_action_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_role_profiles_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_families_id\`) REFERENCES \`role_families\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_levels_id\`) REFERENCES \`role_levels\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`glossary_terms_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`case_studies_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_profiles_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_rels_order_idx\` ON \`_role_profiles_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_rels_parent_idx\` ON \`_role_profiles_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_rels_path_idx\` ON \`_role_profiles_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_rels_people_id_idx\` ON \`_role_profiles_v_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_rels_topics_id_idx\` ON \`_role_profiles_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_rels_role_families_id_idx\` ON \`_role_profiles_v_rels\` (\`role_families_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_rels_role_levels_id_idx\` ON \`_role_profiles_v_rels\` (\`role_levels_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_rels_articles_id_idx\` ON \`_role_profiles_v_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_rels_glossary_terms_id_idx\` ON \`_role_profiles_v_rels\` (\`glossary_terms_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_rels_faqs_id_idx\` ON \`_role_profiles_v_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_rels_case_studies_id_idx\` ON \`_role_profiles_v_rels\` (\`case_studies_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_rels_role_profiles_id_idx\` ON \`_role_profiles_v_rels\` (\`role_profiles_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_rels_media_id_idx\` ON \`_role_profiles_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_profiles_v_rels_calls_to_action_id_idx\` ON \`_role_profiles_v_rels\` (\`calls_to_action_id\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`alt\` text,
  	\`credit\` text,
  	\`renditions\` text,
  	\`uid\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`focal_x\` numeric,
  	\`focal_y\` numeric
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`media_uid_idx\` ON \`media\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`media_deleted_at_idx\` ON \`media\` (\`deleted_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`people_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`label\` text,
  	\`url\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`people_links_order_idx\` ON \`people_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`people_links_parent_id_idx\` ON \`people_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`people\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`job_title\` text,
  	\`headline\` text,
  	\`bio\` text,
  	\`slug\` text,
  	\`photo_id\` integer,
  	\`linkedin_urn\` text,
  	\`user_id\` integer,
  	\`uid\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`photo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`people_slug_idx\` ON \`people\` (\`slug\`);`)
  await db.run(sql`CREATE INDEX \`people_photo_idx\` ON \`people\` (\`photo_id\`);`)
  await db.run(sql`CREATE INDEX \`people_user_idx\` ON \`people\` (\`user_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`people_uid_idx\` ON \`people\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`people_updated_at_idx\` ON \`people\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`people_created_at_idx\` ON \`people\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`people_deleted_at_idx\` ON \`people\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`people__status_idx\` ON \`people\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`people_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`people_texts_order_parent\` ON \`people_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`people_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	\`users_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`people_rels_order_idx\` ON \`people_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`people_rels_parent_idx\` ON \`people_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`people_rels_path_idx\` ON \`people_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`people_rels_media_id_idx\` ON \`people_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`people_rels_users_id_idx\` ON \`people_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`_people_v_version_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`label\` text,
  	\`url\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_people_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_people_v_version_links_order_idx\` ON \`_people_v_version_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_version_links_parent_id_idx\` ON \`_people_v_version_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_people_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_name\` text,
  	\`version_job_title\` text,
  	\`version_headline\` text,
  	\`version_bio\` text,
  	\`version_slug\` text,
  	\`version_photo_id\` integer,
  	\`version_linkedin_urn\` text,
  	\`version_user_id\` integer,
  	\`version_uid\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_photo_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_user_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_people_v_parent_idx\` ON \`_people_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_version_version_slug_idx\` ON \`_people_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_version_version_photo_idx\` ON \`_people_v\` (\`version_photo_id\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_version_version_user_idx\` ON \`_people_v\` (\`version_user_id\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_version_version_uid_idx\` ON \`_people_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_version_version_updated_at_idx\` ON \`_people_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_version_version_created_at_idx\` ON \`_people_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_version_version_deleted_at_idx\` ON \`_people_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_version_version__status_idx\` ON \`_people_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_created_at_idx\` ON \`_people_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_updated_at_idx\` ON \`_people_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_latest_idx\` ON \`_people_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_autosave_idx\` ON \`_people_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_people_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_people_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_people_v_texts_order_parent\` ON \`_people_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_people_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	\`users_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_people_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_people_v_rels_order_idx\` ON \`_people_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_rels_parent_idx\` ON \`_people_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_rels_path_idx\` ON \`_people_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_rels_media_id_idx\` ON \`_people_v_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`_people_v_rels_users_id_idx\` ON \`_people_v_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`topics\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`description\` text,
  	\`parent_id\` integer,
  	\`hashtag\` text,
  	\`slug\` text,
  	\`uid\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft',
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`topics_parent_idx\` ON \`topics\` (\`parent_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`topics_slug_idx\` ON \`topics\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`topics_uid_idx\` ON \`topics\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`topics_updated_at_idx\` ON \`topics\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`topics_created_at_idx\` ON \`topics\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`topics_deleted_at_idx\` ON \`topics\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`topics__status_idx\` ON \`topics\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`topics_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`topics_texts_order_parent\` ON \`topics_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`topics_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`topics_rels_order_idx\` ON \`topics_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_parent_idx\` ON \`topics_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_path_idx\` ON \`topics_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`topics_rels_topics_id_idx\` ON \`topics_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`_topics_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_name\` text,
  	\`version_description\` text,
  	\`version_parent_id\` integer,
  	\`version_hashtag\` text,
  	\`version_slug\` text,
  	\`version_uid\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`version_parent_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_topics_v_parent_idx\` ON \`_topics_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_version_version_parent_idx\` ON \`_topics_v\` (\`version_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_version_version_slug_idx\` ON \`_topics_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_version_version_uid_idx\` ON \`_topics_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_version_version_updated_at_idx\` ON \`_topics_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_version_version_created_at_idx\` ON \`_topics_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_version_version_deleted_at_idx\` ON \`_topics_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_version_version__status_idx\` ON \`_topics_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_created_at_idx\` ON \`_topics_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_updated_at_idx\` ON \`_topics_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_latest_idx\` ON \`_topics_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_autosave_idx\` ON \`_topics_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_topics_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_topics_v_texts_order_parent\` ON \`_topics_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_topics_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_topics_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_order_idx\` ON \`_topics_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_parent_idx\` ON \`_topics_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_path_idx\` ON \`_topics_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_topics_v_rels_topics_id_idx\` ON \`_topics_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE TABLE \`role_families_levels\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`level_id\` integer,
  	\`guidelines_knowledge_and_application\` text,
  	\`guidelines_complexity_and_problem_solving\` text,
  	\`guidelines_collaboration_and_interaction\` text,
  	\`guidelines_typical_degree_and_years\` text,
  	FOREIGN KEY (\`level_id\`) REFERENCES \`role_levels\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`role_families\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`role_families_levels_order_idx\` ON \`role_families_levels\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`role_families_levels_parent_id_idx\` ON \`role_families_levels\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`role_families_levels_level_idx\` ON \`role_families_levels\` (\`level_id\`);`)
  await db.run(sql`CREATE TABLE \`role_families_skills\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`kind\` text DEFAULT 'skill',
  	\`description\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`role_families\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`role_families_skills_order_idx\` ON \`role_families_skills\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`role_families_skills_parent_id_idx\` ON \`role_families_skills\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`role_families\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`code\` text,
  	\`function\` text,
  	\`track\` text,
  	\`region\` text,
  	\`summary\` text,
  	\`pay_note\` text,
  	\`slug\` text,
  	\`uid\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`role_families_slug_idx\` ON \`role_families\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`role_families_uid_idx\` ON \`role_families\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`role_families_updated_at_idx\` ON \`role_families\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`role_families_created_at_idx\` ON \`role_families\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`role_families_deleted_at_idx\` ON \`role_families\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`role_families__status_idx\` ON \`role_families\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`role_families_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`role_families\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`role_families_texts_order_parent\` ON \`role_families_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`role_families_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` integer,
  	\`role_levels_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`role_families\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_levels_id\`) REFERENCES \`role_levels\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`role_families_rels_order_idx\` ON \`role_families_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`role_families_rels_parent_idx\` ON \`role_families_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`role_families_rels_path_idx\` ON \`role_families_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`role_families_rels_topics_id_idx\` ON \`role_families_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`role_families_rels_role_levels_id_idx\` ON \`role_families_rels\` (\`role_levels_id\`);`)
  await db.run(sql`CREATE TABLE \`_role_families_v_version_levels\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`level_id\` integer,
  	\`guidelines_knowledge_and_application\` text,
  	\`guidelines_complexity_and_problem_solving\` text,
  	\`guidelines_collaboration_and_interaction\` text,
  	\`guidelines_typical_degree_and_years\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`level_id\`) REFERENCES \`role_levels\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_role_families_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_role_families_v_version_levels_order_idx\` ON \`_role_families_v_version_levels\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_version_levels_parent_id_idx\` ON \`_role_families_v_version_levels\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_version_levels_level_idx\` ON \`_role_families_v_version_levels\` (\`level_id\`);`)
  await db.run(sql`CREATE TABLE \`_role_families_v_version_skills\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`kind\` text DEFAULT 'skill',
  	\`description\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_role_families_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_role_families_v_version_skills_order_idx\` ON \`_role_families_v_version_skills\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_version_skills_parent_id_idx\` ON \`_role_families_v_version_skills\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_role_families_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_name\` text,
  	\`version_code\` text,
  	\`version_function\` text,
  	\`version_track\` text,
  	\`version_region\` text,
  	\`version_summary\` text,
  	\`version_pay_note\` text,
  	\`version_slug\` text,
  	\`version_uid\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`role_families\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_role_families_v_parent_idx\` ON \`_role_families_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_version_version_slug_idx\` ON \`_role_families_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_version_version_uid_idx\` ON \`_role_families_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_version_version_updated_at_idx\` ON \`_role_families_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_version_version_created_at_idx\` ON \`_role_families_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_version_version_deleted_at_idx\` ON \`_role_families_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_version_version__status_idx\` ON \`_role_families_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_created_at_idx\` ON \`_role_families_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_updated_at_idx\` ON \`_role_families_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_latest_idx\` ON \`_role_families_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_autosave_idx\` ON \`_role_families_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_role_families_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_role_families_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_role_families_v_texts_order_parent\` ON \`_role_families_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_role_families_v_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`topics_id\` integer,
  	\`role_levels_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_role_families_v\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_levels_id\`) REFERENCES \`role_levels\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_role_families_v_rels_order_idx\` ON \`_role_families_v_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_rels_parent_idx\` ON \`_role_families_v_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_rels_path_idx\` ON \`_role_families_v_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_rels_topics_id_idx\` ON \`_role_families_v_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_families_v_rels_role_levels_id_idx\` ON \`_role_families_v_rels\` (\`role_levels_id\`);`)
  await db.run(sql`CREATE TABLE \`role_levels\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`code\` text,
  	\`name\` text,
  	\`track\` text,
  	\`order\` numeric,
  	\`summary\` text,
  	\`scope\` text,
  	\`autonomy\` text,
  	\`complexity\` text,
  	\`impact\` text,
  	\`decision_rights\` text,
  	\`leadership\` text,
  	\`experience_years_min\` numeric,
  	\`experience_years_max\` numeric,
  	\`slug\` text,
  	\`uid\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`role_levels_slug_idx\` ON \`role_levels\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`role_levels_uid_idx\` ON \`role_levels\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`role_levels_updated_at_idx\` ON \`role_levels\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`role_levels_created_at_idx\` ON \`role_levels\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`role_levels_deleted_at_idx\` ON \`role_levels\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`role_levels__status_idx\` ON \`role_levels\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`role_levels_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`role_levels\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`role_levels_texts_order_parent\` ON \`role_levels_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_role_levels_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_code\` text,
  	\`version_name\` text,
  	\`version_track\` text,
  	\`version_order\` numeric,
  	\`version_summary\` text,
  	\`version_scope\` text,
  	\`version_autonomy\` text,
  	\`version_complexity\` text,
  	\`version_impact\` text,
  	\`version_decision_rights\` text,
  	\`version_leadership\` text,
  	\`version_experience_years_min\` numeric,
  	\`version_experience_years_max\` numeric,
  	\`version_slug\` text,
  	\`version_uid\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`role_levels\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_role_levels_v_parent_idx\` ON \`_role_levels_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_role_levels_v_version_version_slug_idx\` ON \`_role_levels_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_role_levels_v_version_version_uid_idx\` ON \`_role_levels_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_role_levels_v_version_version_updated_at_idx\` ON \`_role_levels_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_levels_v_version_version_created_at_idx\` ON \`_role_levels_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_levels_v_version_version_deleted_at_idx\` ON \`_role_levels_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_levels_v_version_version__status_idx\` ON \`_role_levels_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_role_levels_v_created_at_idx\` ON \`_role_levels_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_levels_v_updated_at_idx\` ON \`_role_levels_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_role_levels_v_latest_idx\` ON \`_role_levels_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_role_levels_v_autosave_idx\` ON \`_role_levels_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_role_levels_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_role_levels_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_role_levels_v_texts_order_parent\` ON \`_role_levels_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`calls_to_action_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`label\` text,
  	\`url\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`calls_to_action_links_order_idx\` ON \`calls_to_action_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`calls_to_action_links_parent_id_idx\` ON \`calls_to_action_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`calls_to_action\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`heading\` text,
  	\`text\` text,
  	\`slug\` text,
  	\`uid\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`deleted_at\` text,
  	\`_status\` text DEFAULT 'draft'
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`calls_to_action_slug_idx\` ON \`calls_to_action\` (\`slug\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`calls_to_action_uid_idx\` ON \`calls_to_action\` (\`uid\`);`)
  await db.run(sql`CREATE INDEX \`calls_to_action_updated_at_idx\` ON \`calls_to_action\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`calls_to_action_created_at_idx\` ON \`calls_to_action\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`calls_to_action_deleted_at_idx\` ON \`calls_to_action\` (\`deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`calls_to_action__status_idx\` ON \`calls_to_action\` (\`_status\`);`)
  await db.run(sql`CREATE TABLE \`calls_to_action_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`calls_to_action_texts_order_parent\` ON \`calls_to_action_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_calls_to_action_v_version_links\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`label\` text,
  	\`url\` text,
  	\`_uuid\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`_calls_to_action_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_calls_to_action_v_version_links_order_idx\` ON \`_calls_to_action_v_version_links\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`_calls_to_action_v_version_links_parent_id_idx\` ON \`_calls_to_action_v_version_links\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_calls_to_action_v\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`parent_id\` integer,
  	\`version_heading\` text,
  	\`version_text\` text,
  	\`version_slug\` text,
  	\`version_uid\` text,
  	\`version_updated_at\` text,
  	\`version_created_at\` text,
  	\`version_deleted_at\` text,
  	\`version__status\` text DEFAULT 'draft',
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`latest\` integer,
  	\`autosave\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`_calls_to_action_v_parent_idx\` ON \`_calls_to_action_v\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`_calls_to_action_v_version_version_slug_idx\` ON \`_calls_to_action_v\` (\`version_slug\`);`)
  await db.run(sql`CREATE INDEX \`_calls_to_action_v_version_version_uid_idx\` ON \`_calls_to_action_v\` (\`version_uid\`);`)
  await db.run(sql`CREATE INDEX \`_calls_to_action_v_version_version_updated_at_idx\` ON \`_calls_to_action_v\` (\`version_updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_calls_to_action_v_version_version_created_at_idx\` ON \`_calls_to_action_v\` (\`version_created_at\`);`)
  await db.run(sql`CREATE INDEX \`_calls_to_action_v_version_version_deleted_at_idx\` ON \`_calls_to_action_v\` (\`version_deleted_at\`);`)
  await db.run(sql`CREATE INDEX \`_calls_to_action_v_version_version__status_idx\` ON \`_calls_to_action_v\` (\`version__status\`);`)
  await db.run(sql`CREATE INDEX \`_calls_to_action_v_created_at_idx\` ON \`_calls_to_action_v\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`_calls_to_action_v_updated_at_idx\` ON \`_calls_to_action_v\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`_calls_to_action_v_latest_idx\` ON \`_calls_to_action_v\` (\`latest\`);`)
  await db.run(sql`CREATE INDEX \`_calls_to_action_v_autosave_idx\` ON \`_calls_to_action_v\` (\`autosave\`);`)
  await db.run(sql`CREATE TABLE \`_calls_to_action_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_calls_to_action_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_calls_to_action_v_texts_order_parent\` ON \`_calls_to_action_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` integer NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`role\` text DEFAULT 'author' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`enable_a_p_i_key\` integer,
  	\`api_key\` text,
  	\`api_key_index\` text,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
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
  await db.run(sql`CREATE TABLE \`linkedin_drafts\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`title\` text,
  	\`state\` text DEFAULT 'draft' NOT NULL,
  	\`character_count\` numeric,
  	\`stale\` integer,
  	\`reason\` text,
  	\`warnings\` text,
  	\`hook\` text,
  	\`text\` text,
  	\`first_comment\` text,
  	\`api_text\` text,
  	\`image_url\` text,
  	\`image_alt\` text,
  	\`image_width\` numeric,
  	\`image_height\` numeric,
  	\`source_url\` text,
  	\`item_id\` text NOT NULL,
  	\`item_type\` text,
  	\`edited\` integer,
  	\`seq\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`linkedin_drafts_item_id_idx\` ON \`linkedin_drafts\` (\`item_id\`);`)
  await db.run(sql`CREATE TABLE \`publications\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`title\` text,
  	\`seq\` numeric NOT NULL,
  	\`item_id\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`slug\` text,
  	\`url\` text,
  	\`action\` text NOT NULL,
  	\`cause\` text NOT NULL,
  	\`by\` text,
  	\`published_at\` text,
  	\`recorded_at\` text NOT NULL,
  	\`hash\` text NOT NULL,
  	\`own_hash\` text NOT NULL,
  	\`item\` text,
  	\`depends_on\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`publications_seq_idx\` ON \`publications\` (\`seq\`);`)
  await db.run(sql`CREATE INDEX \`itemId_seq_idx\` ON \`publications\` (\`item_id\`,\`seq\`);`)
  await db.run(sql`CREATE TABLE \`ledger_items\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`item_id\` text NOT NULL,
  	\`type\` text NOT NULL,
  	\`live\` integer DEFAULT false NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`stamps\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`ledger_items_item_id_idx\` ON \`ledger_items\` (\`item_id\`);`)
  await db.run(sql`CREATE INDEX \`ledger_items_type_idx\` ON \`ledger_items\` (\`type\`);`)
  await db.run(sql`CREATE TABLE \`ledger_dependencies\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`item_id\` text NOT NULL,
  	\`depends_on\` text NOT NULL,
  	\`seq\` numeric NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`ledger_dependencies_depends_on_idx\` ON \`ledger_dependencies\` (\`depends_on\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`itemId_dependsOn_idx\` ON \`ledger_dependencies\` (\`item_id\`,\`depends_on\`);`)
  await db.run(sql`CREATE TABLE \`ledger_cursors\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`consumer\` text NOT NULL,
  	\`seq\` numeric NOT NULL,
  	\`error\` text,
  	\`failures\` numeric
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`ledger_cursors_consumer_idx\` ON \`ledger_cursors\` (\`consumer\`);`)
  await db.run(sql`CREATE TABLE \`ledger_meta\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`key\` text NOT NULL,
  	\`value\` text
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`ledger_meta_key_idx\` ON \`ledger_meta\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`articles_id\` integer,
  	\`glossary_terms_id\` integer,
  	\`faqs_id\` integer,
  	\`case_studies_id\` integer,
  	\`role_profiles_id\` integer,
  	\`media_id\` integer,
  	\`people_id\` integer,
  	\`topics_id\` integer,
  	\`role_families_id\` integer,
  	\`role_levels_id\` integer,
  	\`calls_to_action_id\` integer,
  	\`users_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`articles_id\`) REFERENCES \`articles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`glossary_terms_id\`) REFERENCES \`glossary_terms\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`faqs_id\`) REFERENCES \`faqs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`case_studies_id\`) REFERENCES \`case_studies\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_profiles_id\`) REFERENCES \`role_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`people_id\`) REFERENCES \`people\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`topics_id\`) REFERENCES \`topics\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_families_id\`) REFERENCES \`role_families\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`role_levels_id\`) REFERENCES \`role_levels\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_articles_id_idx\` ON \`payload_locked_documents_rels\` (\`articles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_glossary_terms_id_idx\` ON \`payload_locked_documents_rels\` (\`glossary_terms_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_faqs_id_idx\` ON \`payload_locked_documents_rels\` (\`faqs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_case_studies_id_idx\` ON \`payload_locked_documents_rels\` (\`case_studies_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_role_profiles_id_idx\` ON \`payload_locked_documents_rels\` (\`role_profiles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_people_id_idx\` ON \`payload_locked_documents_rels\` (\`people_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_topics_id_idx\` ON \`payload_locked_documents_rels\` (\`topics_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_role_families_id_idx\` ON \`payload_locked_documents_rels\` (\`role_families_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_role_levels_id_idx\` ON \`payload_locked_documents_rels\` (\`role_levels_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_calls_to_action_id_idx\` ON \`payload_locked_documents_rels\` (\`calls_to_action_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`settings\` (
  	\`id\` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
  	\`site_title\` text DEFAULT 'Galley' NOT NULL,
  	\`language\` text DEFAULT 'en' NOT NULL,
  	\`site_description\` text,
  	\`organisation_name\` text,
  	\`organisation_url\` text,
  	\`icon_id\` integer,
  	\`provenance_minimum\` numeric DEFAULT 4 NOT NULL,
  	\`default_call_to_action_id\` integer,
  	\`matrix_articles_feeds\` integer DEFAULT true,
  	\`matrix_articles_linkedin\` integer DEFAULT true,
  	\`matrix_articles_newsletter\` integer DEFAULT true,
  	\`matrix_articles_sitemap\` integer DEFAULT true,
  	\`matrix_glossary_terms_feeds\` integer DEFAULT true,
  	\`matrix_glossary_terms_linkedin\` integer DEFAULT true,
  	\`matrix_glossary_terms_newsletter\` integer DEFAULT true,
  	\`matrix_glossary_terms_sitemap\` integer DEFAULT true,
  	\`matrix_faqs_feeds\` integer DEFAULT false,
  	\`matrix_faqs_linkedin\` integer DEFAULT true,
  	\`matrix_faqs_newsletter\` integer DEFAULT false,
  	\`matrix_faqs_sitemap\` integer DEFAULT true,
  	\`matrix_case_studies_feeds\` integer DEFAULT true,
  	\`matrix_case_studies_linkedin\` integer DEFAULT true,
  	\`matrix_case_studies_newsletter\` integer DEFAULT true,
  	\`matrix_case_studies_sitemap\` integer DEFAULT true,
  	\`matrix_role_profiles_feeds\` integer DEFAULT true,
  	\`matrix_role_profiles_linkedin\` integer DEFAULT true,
  	\`matrix_role_profiles_newsletter\` integer DEFAULT true,
  	\`matrix_role_profiles_sitemap\` integer DEFAULT true,
  	\`matrix_people_feeds\` integer DEFAULT false,
  	\`matrix_people_linkedin\` integer DEFAULT false,
  	\`matrix_people_newsletter\` integer DEFAULT false,
  	\`matrix_people_sitemap\` integer DEFAULT true,
  	\`matrix_topics_feeds\` integer DEFAULT false,
  	\`matrix_topics_linkedin\` integer DEFAULT false,
  	\`matrix_topics_newsletter\` integer DEFAULT false,
  	\`matrix_topics_sitemap\` integer DEFAULT true,
  	\`matrix_role_families_feeds\` integer DEFAULT false,
  	\`matrix_role_families_linkedin\` integer DEFAULT false,
  	\`matrix_role_families_newsletter\` integer DEFAULT false,
  	\`matrix_role_families_sitemap\` integer DEFAULT true,
  	\`matrix_role_levels_feeds\` integer DEFAULT false,
  	\`matrix_role_levels_linkedin\` integer DEFAULT false,
  	\`matrix_role_levels_newsletter\` integer DEFAULT false,
  	\`matrix_role_levels_sitemap\` integer DEFAULT true,
  	\`url_patterns_articles\` text DEFAULT '/articles/{slug}' NOT NULL,
  	\`url_patterns_glossary_terms\` text DEFAULT '/glossary-terms/{slug}' NOT NULL,
  	\`url_patterns_faqs\` text DEFAULT '/faqs/{slug}' NOT NULL,
  	\`url_patterns_case_studies\` text DEFAULT '/case-studies/{slug}' NOT NULL,
  	\`url_patterns_role_profiles\` text DEFAULT '/role-profiles/{slug}' NOT NULL,
  	\`url_patterns_people\` text DEFAULT '/people/{slug}' NOT NULL,
  	\`url_patterns_topics\` text DEFAULT '/topics/{slug}' NOT NULL,
  	\`url_patterns_role_families\` text DEFAULT '/role-families/{slug}' NOT NULL,
  	\`url_patterns_role_levels\` text DEFAULT '/role-levels/{slug}' NOT NULL,
  	\`updated_at\` text,
  	\`created_at\` text,
  	FOREIGN KEY (\`icon_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`default_call_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`settings_icon_idx\` ON \`settings\` (\`icon_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_default_call_to_action_idx\` ON \`settings\` (\`default_call_to_action_id\`);`)
  await db.run(sql`CREATE TABLE \`settings_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` integer NOT NULL,
  	\`path\` text NOT NULL,
  	\`media_id\` integer,
  	\`calls_to_action_id\` integer,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`settings\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`calls_to_action_id\`) REFERENCES \`calls_to_action\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`settings_rels_order_idx\` ON \`settings_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`settings_rels_parent_idx\` ON \`settings_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_rels_path_idx\` ON \`settings_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`settings_rels_media_id_idx\` ON \`settings_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`settings_rels_calls_to_action_id_idx\` ON \`settings_rels\` (\`calls_to_action_id\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`articles\`;`)
  await db.run(sql`DROP TABLE \`articles_texts\`;`)
  await db.run(sql`DROP TABLE \`articles_rels\`;`)
  await db.run(sql`DROP TABLE \`_articles_v\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_articles_v_rels\`;`)
  await db.run(sql`DROP TABLE \`glossary_terms_related_roles\`;`)
  await db.run(sql`DROP TABLE \`glossary_terms\`;`)
  await db.run(sql`DROP TABLE \`glossary_terms_texts\`;`)
  await db.run(sql`DROP TABLE \`glossary_terms_rels\`;`)
  await db.run(sql`DROP TABLE \`_glossary_terms_v_version_related_roles\`;`)
  await db.run(sql`DROP TABLE \`_glossary_terms_v\`;`)
  await db.run(sql`DROP TABLE \`_glossary_terms_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_glossary_terms_v_rels\`;`)
  await db.run(sql`DROP TABLE \`faqs\`;`)
  await db.run(sql`DROP TABLE \`faqs_texts\`;`)
  await db.run(sql`DROP TABLE \`faqs_rels\`;`)
  await db.run(sql`DROP TABLE \`_faqs_v\`;`)
  await db.run(sql`DROP TABLE \`_faqs_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_faqs_v_rels\`;`)
  await db.run(sql`DROP TABLE \`case_studies_metrics\`;`)
  await db.run(sql`DROP TABLE \`case_studies\`;`)
  await db.run(sql`DROP TABLE \`case_studies_texts\`;`)
  await db.run(sql`DROP TABLE \`case_studies_rels\`;`)
  await db.run(sql`DROP TABLE \`_case_studies_v_version_metrics\`;`)
  await db.run(sql`DROP TABLE \`_case_studies_v\`;`)
  await db.run(sql`DROP TABLE \`_case_studies_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_case_studies_v_rels\`;`)
  await db.run(sql`DROP TABLE \`role_profiles_skills\`;`)
  await db.run(sql`DROP TABLE \`role_profiles_provenance_scores\`;`)
  await db.run(sql`DROP TABLE \`role_profiles_provenance_sources\`;`)
  await db.run(sql`DROP TABLE \`role_profiles_classifications\`;`)
  await db.run(sql`DROP TABLE \`role_profiles\`;`)
  await db.run(sql`DROP TABLE \`role_profiles_texts\`;`)
  await db.run(sql`DROP TABLE \`role_profiles_rels\`;`)
  await db.run(sql`DROP TABLE \`_role_profiles_v_version_skills\`;`)
  await db.run(sql`DROP TABLE \`_role_profiles_v_version_provenance_scores\`;`)
  await db.run(sql`DROP TABLE \`_role_profiles_v_version_provenance_sources\`;`)
  await db.run(sql`DROP TABLE \`_role_profiles_v_version_classifications\`;`)
  await db.run(sql`DROP TABLE \`_role_profiles_v\`;`)
  await db.run(sql`DROP TABLE \`_role_profiles_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_role_profiles_v_rels\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`people_links\`;`)
  await db.run(sql`DROP TABLE \`people\`;`)
  await db.run(sql`DROP TABLE \`people_texts\`;`)
  await db.run(sql`DROP TABLE \`people_rels\`;`)
  await db.run(sql`DROP TABLE \`_people_v_version_links\`;`)
  await db.run(sql`DROP TABLE \`_people_v\`;`)
  await db.run(sql`DROP TABLE \`_people_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_people_v_rels\`;`)
  await db.run(sql`DROP TABLE \`topics\`;`)
  await db.run(sql`DROP TABLE \`topics_texts\`;`)
  await db.run(sql`DROP TABLE \`topics_rels\`;`)
  await db.run(sql`DROP TABLE \`_topics_v\`;`)
  await db.run(sql`DROP TABLE \`_topics_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_topics_v_rels\`;`)
  await db.run(sql`DROP TABLE \`role_families_levels\`;`)
  await db.run(sql`DROP TABLE \`role_families_skills\`;`)
  await db.run(sql`DROP TABLE \`role_families\`;`)
  await db.run(sql`DROP TABLE \`role_families_texts\`;`)
  await db.run(sql`DROP TABLE \`role_families_rels\`;`)
  await db.run(sql`DROP TABLE \`_role_families_v_version_levels\`;`)
  await db.run(sql`DROP TABLE \`_role_families_v_version_skills\`;`)
  await db.run(sql`DROP TABLE \`_role_families_v\`;`)
  await db.run(sql`DROP TABLE \`_role_families_v_texts\`;`)
  await db.run(sql`DROP TABLE \`_role_families_v_rels\`;`)
  await db.run(sql`DROP TABLE \`role_levels\`;`)
  await db.run(sql`DROP TABLE \`role_levels_texts\`;`)
  await db.run(sql`DROP TABLE \`_role_levels_v\`;`)
  await db.run(sql`DROP TABLE \`_role_levels_v_texts\`;`)
  await db.run(sql`DROP TABLE \`calls_to_action_links\`;`)
  await db.run(sql`DROP TABLE \`calls_to_action\`;`)
  await db.run(sql`DROP TABLE \`calls_to_action_texts\`;`)
  await db.run(sql`DROP TABLE \`_calls_to_action_v_version_links\`;`)
  await db.run(sql`DROP TABLE \`_calls_to_action_v\`;`)
  await db.run(sql`DROP TABLE \`_calls_to_action_v_texts\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`delivery_items\`;`)
  await db.run(sql`DROP TABLE \`delivery_files\`;`)
  await db.run(sql`DROP TABLE \`rss_items\`;`)
  await db.run(sql`DROP TABLE \`json_feed_items\`;`)
  await db.run(sql`DROP TABLE \`linkedin_drafts\`;`)
  await db.run(sql`DROP TABLE \`publications\`;`)
  await db.run(sql`DROP TABLE \`ledger_items\`;`)
  await db.run(sql`DROP TABLE \`ledger_dependencies\`;`)
  await db.run(sql`DROP TABLE \`ledger_cursors\`;`)
  await db.run(sql`DROP TABLE \`ledger_meta\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`settings\`;`)
  await db.run(sql`DROP TABLE \`settings_rels\`;`)
}
