/** Every table, gathered for the generator of migrations. */
export * from './messaging/schema.ts'
export * from './people/schema.ts'
export * from './content/schema.ts'
export * from './learning/schema.ts'
export * from './learning/calendar/schema.ts'
export * from './nudges/schema.ts'
export * from './practice/schema.ts'
