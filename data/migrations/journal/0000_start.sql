CREATE TABLE `feedback` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`question` integer NOT NULL,
	`given_at` text NOT NULL,
	`judge` text NOT NULL,
	`helpful` integer NOT NULL,
	FOREIGN KEY (`question`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `feedback_once` ON `feedback` (`question`,`judge`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`asked_at` text NOT NULL,
	`channel` text NOT NULL,
	`asker` text,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`verdict` text NOT NULL,
	`cited_article_ids` text NOT NULL,
	`generation` integer NOT NULL,
	`total_ms` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `questions_by_time` ON `questions` (`asked_at`);--> statement-breakpoint
CREATE INDEX `questions_by_asker` ON `questions` (`asker`);