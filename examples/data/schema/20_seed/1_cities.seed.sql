INSERT INTO cities VALUES ('Panamá', 'PA'), ('Paris', 'FR'), ('Val d''Isère', 'FR');
