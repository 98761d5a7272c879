export { builtFolder, buildPage } from './build-page.ts'
export { acceptsGzip, cacheOf, readPage, type PageFile } from './read-page.ts'
