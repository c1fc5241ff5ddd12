CREATE TABLE `withdrawn` (
	`id` text PRIMARY KEY NOT NULL,
	`entry` text NOT NULL
);
