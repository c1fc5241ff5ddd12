CREATE TABLE `articles` (
	`row` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`born` integer NOT NULL,
	`died` integer,
	`title` text NOT NULL,
	`source` text,
	`url` text,
	`published_at` text,
	`language` text NOT NULL,
	`found_by` text NOT NULL,
	`content_hash` text NOT NULL,
	`pipeline` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_living` ON `articles` (`id`) WHERE died is null;--> statement-breakpoint
CREATE INDEX `articles_by_id` ON `articles` (`id`);--> statement-breakpoint
CREATE INDEX `articles_born` ON `articles` (`born`);--> statement-breakpoint
CREATE INDEX `articles_died` ON `articles` (`died`);--> statement-breakpoint
CREATE TABLE `files` (
	`row` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`path` text NOT NULL,
	`born` integer NOT NULL,
	`died` integer,
	`hash` text NOT NULL,
	`pipeline` text NOT NULL,
	`outcome` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `files_living` ON `files` (`path`) WHERE died is null;--> statement-breakpoint
CREATE INDEX `files_born` ON `files` (`born`);--> statement-breakpoint
CREATE INDEX `files_died` ON `files` (`died`);--> statement-breakpoint
CREATE TABLE `generations` (
	`number` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`started_at` text NOT NULL,
	`published_at` text,
	`articles` integer DEFAULT 0 NOT NULL,
	`passages` integer DEFAULT 0 NOT NULL,
	`embedder` text,
	`newest_article` text
);
--> statement-breakpoint
CREATE TABLE `passages` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article` integer NOT NULL,
	`ordinal` integer NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	FOREIGN KEY (`article`) REFERENCES `articles`(`row`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passages_of_article` ON `passages` (`article`,`ordinal`);--> statement-breakpoint
CREATE TABLE `texts` (
	`article` integer PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`article`) REFERENCES `articles`(`row`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `vectors` (
	`passage` integer PRIMARY KEY NOT NULL,
	`vector` blob NOT NULL,
	FOREIGN KEY (`passage`) REFERENCES `passages`(`id`) ON UPDATE no action ON DELETE cascade
);
