export interface ImageSize {
  /** Pixels. */
  width: number
  height: number
}

/** The size of a PNG, JPEG, GIF or WebP picture from its header; undefined when it is none. */
export function imageSize(content: Buffer): ImageSize | undefined {
  if (content.length < 16) return undefined
  const size = pngSize(content) ?? gifSize(content) ?? webpSize(content) ?? jpegSize(content)
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined
}

function pngSize(content: Buffer): ImageSize | undefined {
  if (content.length < 24 || content.readUInt32BE(0) !== 0x89504e47) return undefined
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) }
}

function gifSize(content: Buffer): ImageSize | undefined {
  if (content.toString('latin1', 0, 4) !== 'GIF8') return undefined
  return { width: content.readUInt16LE(6), height: content.readUInt16LE(8) }
}

function webpSize(content: Buffer): ImageSize | undefined {
  if (content.length < 30 || content.toString('latin1', 0, 4) !== 'RIFF') return undefined
  if (content.toString('latin1', 8, 12) !== 'WEBP') return undefined
  switch (content.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: content.readUInt16LE(26) & 0x3fff, height: content.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = content.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: content.readUIntLE(24, 3) + 1, height: content.readUIntLE(27, 3) + 1 }
    default:
      return undefined
  }
}

/** Walks the segments to the frame header (any SOF but the tables DHT, JPG and DAC). */
function jpegSize(content: Buffer): ImageSize | undefined {
  if (content.readUInt16BE(0) !== 0xffd8) return undefined
  let offset = 2
  while (offset + 9 <= content.length) {
    if (content[offset] !== 0xff) return undefined
    const marker = content[offset + 1] ?? 0
    if (marker === 0xff) {
      offset += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      return { height: content.readUInt16BE(offset + 5), width: content.readUInt16BE(offset + 7) }
    }
    offset += 2 + content.readUInt16BE(offset + 2)
  }
  return undefined
}
