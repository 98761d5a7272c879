import { describe, expect, it } from 'vitest'

import { DEFAULT_TOKEN } from '../../src/simulator/index.ts'
import { PNG, throughBothClients } from './simulator-clients.ts'

throughBothClients((harness) => {
  describe('files', () => {
    const documents = () => harness().client.file(Buffer.from('a;b\n1;2\n'), 'daftar.csv')

    it('sendDocument, getFile and the download give the same bytes', async () => {
      const { simulator, call, description } = harness()
      const sent = (await call('sendDocument', {
        chat_id: 1001,
        document: documents(),
        caption: '<i>Daftar</i>',
        parse_mode: 'HTML',
      })) as { document: { file_id: string } }
      expect(sent).toMatchObject({
        caption: 'Daftar',
        caption_entities: [{ type: 'italic' }],
        document: { file_name: 'daftar.csv', file_size: 8 },
      })
      const file = (await call('getFile', { file_id: sent.document.file_id })) as {
        file_path: string
      }
      const url = `${simulator.url}/file/bot${DEFAULT_TOKEN}/${file.file_path}`
      expect(await (await fetch(url)).text()).toBe('a;b\n1;2\n')
      expect(await description('getFile', { file_id: 'nothing' })).toBe(
        'Bad Request: invalid file_id',
      )
    })

    it('sendPhoto takes pictures only, and again by their id', async () => {
      const { client, sari, call, description } = harness()
      const sent = (await call('sendPhoto', {
        chat_id: 1001,
        photo: client.file(PNG, 'a.png'),
      })) as {
        photo: { file_id: string; width: number }[]
      }
      expect(sent.photo.at(-1)).toMatchObject({ width: 1, height: 1, file_size: PNG.length })
      const fileId = sent.photo.at(-1)!.file_id
      await call('sendPhoto', { chat_id: 1001, photo: fileId })
      expect(sari.messages().at(-1)?.media).toMatchObject({ kind: 'photo', fileId })
      const photo = client.file(Buffer.from('no picture at all'), 'b.png')
      expect(await description('sendPhoto', { chat_id: 1001, photo })).toBe(
        'Bad Request: IMAGE_PROCESS_FAILED',
      )
      expect(await description('sendDocument', { chat_id: 1001, document: fileId })).toBe(
        "Bad Request: can't use file of type Photo as Document",
      )
      expect(await description('sendPhoto', { chat_id: 1001, photo: 'unknown' })).toBe(
        'Bad Request: wrong file identifier/HTTP URL specified',
      )
      expect(await description('sendPhoto', { chat_id: 1001 })).toBe(
        'Bad Request: there is no photo in the request',
      )
    })

    it.each([
      ['sendVideo', 'video', 'v.mp4'],
      ['sendVoice', 'voice', 'v.ogg'],
      ['sendAudio', 'audio', 'a.mp3'],
      ['sendAnimation', 'animation', 'a.gif'],
    ])('%s', async (method, field, name) => {
      const { client, call, description } = harness()
      const sent = await call(method, {
        chat_id: 1001,
        [field]: client.file(Buffer.from('bytes'), name),
        duration: 3,
      })
      expect(sent).toMatchObject({ [field]: { duration: 3, file_size: 5 } })
      expect(await description(method, { chat_id: 1001 })).toBe(
        `Bad Request: there is no ${field} in the request`,
      )
    })

    it('refuses captions over 1,024', async () => {
      const { description } = harness()
      expect(
        await description('sendDocument', {
          chat_id: 1001,
          document: documents(),
          caption: 'x'.repeat(1025),
        }),
      ).toBe('Bad Request: message caption is too long')
    })

    it('sendMediaGroup', async () => {
      const { client, call, description } = harness()
      const photo = (caption?: string) => ({
        type: 'photo',
        media: client.file(PNG, 'a.png'),
        ...(caption !== undefined && { caption }),
      })
      const sent = (await call('sendMediaGroup', {
        chat_id: 1001,
        media: [photo('Dua foto'), photo()],
      })) as { media_group_id: string }[]
      expect(sent).toHaveLength(2)
      expect(sent[0]?.media_group_id).toBe(sent[1]?.media_group_id)
      expect(
        await description('sendMediaGroup', {
          chat_id: 1001,
          media: [photo(), { type: 'document', media: documents() }],
        }),
      ).toBe("Bad Request: document can't be mixed with other media types")
      expect(
        await description('sendMediaGroup', {
          chat_id: 1001,
          media: Array.from({ length: 11 }, () => photo()),
        }),
      ).toBe('Bad Request: too many messages to send as an album')
    })

    it('editMessageCaption and editMessageMedia', async () => {
      const { client, sari, call, description, send } = harness()
      const { message_id } = (await call('sendPhoto', {
        chat_id: 1001,
        photo: client.file(PNG, 'a.png'),
      })) as { message_id: number }
      await call('editMessageCaption', { chat_id: 1001, message_id, caption: 'Bukit' })
      expect(sari.message(message_id)?.text).toBe('Bukit')
      await call('editMessageMedia', {
        chat_id: 1001,
        message_id,
        media: { type: 'document', media: documents() },
      })
      expect(sari.message(message_id)).toMatchObject({
        text: '',
        media: { kind: 'document', fileName: 'daftar.csv' },
      })
      const text = await send()
      expect(
        await description('editMessageCaption', { chat_id: 1001, message_id: text, caption: 'x' }),
      ).toBe('Bad Request: there is no caption in the message to edit')
    })
  })

  describe('copies, forwards and pins', () => {
    it('copyMessage and copyMessages', async () => {
      const { sari, call, description, send } = harness()
      const first = await send('salin')
      const copied = (await call('copyMessage', {
        chat_id: 1001,
        from_chat_id: 1001,
        message_id: first,
      })) as { message_id: number }
      expect(Object.keys(copied)).toEqual(['message_id'])
      expect(sari.message(copied.message_id)).toMatchObject({ text: 'salin', fromBot: true })
      expect(
        await call('copyMessages', { chat_id: 1001, from_chat_id: 1001, message_ids: [first, 99] }),
      ).toHaveLength(1)
      expect(
        await description('copyMessage', { chat_id: 1001, from_chat_id: 1001, message_id: 99 }),
      ).toBe('Bad Request: message to copy not found')
    })

    it('forwardMessage, but nothing that is protected', async () => {
      const { sari, call, description, send } = harness()
      const own = sari.sendText('teruskan').id
      expect(
        await call('forwardMessage', { chat_id: 1001, from_chat_id: 1001, message_id: own }),
      ).toMatchObject({
        text: 'teruskan',
        forward_origin: { type: 'user', sender_user: { id: 1001 } },
      })
      const message_id = await send('rahasia', { protect_content: true })
      expect(
        await description('forwardMessage', { chat_id: 1001, from_chat_id: 1001, message_id }),
      ).toBe("Bad Request: message has protected content and can't be forwarded")
    })

    it('pinChatMessage', async () => {
      const { sari, call, description, send } = harness()
      const message_id = await send('penting')
      await call('pinChatMessage', { chat_id: 1001, message_id })
      expect(await call('getChat', { chat_id: 1001 })).toMatchObject({
        id: 1001,
        type: 'private',
        pinned_message: { message_id },
      })
      expect(sari.message(message_id)?.pinned).toBe(true)
      await call('unpinChatMessage', { chat_id: 1001 })
      expect(sari.message(message_id)?.pinned).toBe(false)
      expect(await description('unpinChatMessage', { chat_id: 1001 })).toBe(
        'Bad Request: message to unpin not found',
      )
    })
  })
})
