export { renderPoster, type PosterTexts } from './poster.ts'
export { qrPicture } from './qr-picture.ts'
