-- How the records of the complaints are made from their events, as a number that grows with the program (docs/decisions/0033). Those of earlier
-- programs, scheme 0, are made anew by the program itself. Earlier programs leave a store of this version alone: they would go on as before.
INSERT INTO document (kind, code, version, valid_from_day, body, changed_at, changed_by) VALUES ('record', 'scheme', 1, 0, 'scheme=0
', 0, '');
