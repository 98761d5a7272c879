import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { boundaryOf, parseMultipart } from './multipart.ts'

const part = (head: string, content: string): string => `--B\r\n${head}\r\n\r\n${content}\r\n`
const parse = (body: string) => parseMultipart(Buffer.from(body), 'B')

describe('parseMultipart', () => {
  it('reads fields and files as different libraries write them', () => {
    const form = parse(
      [
        part('content-disposition:form-data;name="chat_id"', '42'),
        part('Content-Disposition: form-data; name="a"; filename="x \\"y\\".txt"', 'one\r\ntwo'),
        part(
          'content-disposition:form-data;name="b";filename=c.png\r\ncontent-type: image/png',
          '',
        ),
        '--B--\r\n',
      ].join(''),
    )
    expect(form?.fields).toEqual({ chat_id: '42' })
    expect(form?.files.get('a')).toEqual({
      fileName: 'x "y".txt',
      mimeType: 'application/octet-stream',
      content: Buffer.from('one\r\ntwo'),
    })
    expect(form?.files.get('b')).toMatchObject({ fileName: 'c.png', mimeType: 'image/png' })
  })

  it('keeps folders out of file names', () => {
    const form = parse(
      part('content-disposition: form-data; name="a"; filename="../../b"', 'x') + '--B--',
    )
    expect(form?.files.get('a')?.fileName).toBe('b')
  })

  it.each([
    ['no boundary', 'hello'],
    ['no end', part('content-disposition: form-data; name="a"', 'x')],
    ['no name', part('content-disposition: form-data', 'x') + '--B--'],
    ['no end of the head', '--B\r\ncontent-disposition: form-data; name="a"'],
  ])('refuses %s', (_what, body) => {
    expect(parse(body)).toBeUndefined()
  })

  it('gives any bytes back, and survives any body', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const content = Buffer.from(bytes)
        const body = Buffer.concat([
          Buffer.from(
            '--long-boundary\r\ncontent-disposition: form-data; name="f"; filename="f"\r\n\r\n',
          ),
          content,
          Buffer.from('\r\n--long-boundary--\r\n'),
        ])
        expect(parseMultipart(body, 'long-boundary')?.files.get('f')?.content).toEqual(content)
        expect(() => parseMultipart(content, 'B')).not.toThrow()
      }),
    )
  })
})

it('finds the boundary', () => {
  expect(boundaryOf('multipart/form-data; boundary="a b"')).toBe('a b')
  expect(boundaryOf('multipart/form-data;boundary=ab; charset=x')).toBe('ab')
  expect(boundaryOf('multipart/form-data')).toBeUndefined()
})
