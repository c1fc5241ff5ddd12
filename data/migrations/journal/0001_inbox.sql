CREATE TABLE `inbox` (
	`update_id` integer PRIMARY KEY NOT NULL,
	`chat` integer,
	`person` integer,
	`received_at` integer NOT NULL,
	`state` text NOT NULL,
	`is_surplus` integer NOT NULL,
	`update` text,
	`sent` integer DEFAULT 0 NOT NULL,
	`not_before` integer DEFAULT 0 NOT NULL,
	`reason` text,
	`ended_at` integer
);
--> statement-breakpoint
CREATE INDEX `inbox_by_chat` ON `inbox` (`chat`);--> statement-breakpoint
CREATE INDEX `inbox_by_person` ON `inbox` (`person`);--> statement-breakpoint
CREATE INDEX `inbox_by_end` ON `inbox` (`ended_at`);