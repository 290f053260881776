/** The last migration that this code was written for. */
export const schema_number = 13;
