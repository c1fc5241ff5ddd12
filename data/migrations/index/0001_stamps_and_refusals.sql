CREATE TABLE `refusals` (
	`row` integer PRIMARY KEY NOT NULL,
	`path` text NOT NULL,
	`line` integer,
	`reason` text NOT NULL,
	`detail` text NOT NULL
);
--> statement-breakpoint
ALTER TABLE `files` ADD `stamp` text;