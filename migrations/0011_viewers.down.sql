alter table shows drop column viewers_peak;
