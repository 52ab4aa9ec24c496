import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

/** A mail as the server was given it. */
export interface TakenMail {
  from: string
  to: string[]
  /** Headers and text, as they came. */
  data: string
}

/** A mail server on this machine that keeps what it is given, and refuses as often as it is told to. */
export interface SmtpServer {
  url: string
  mails: TakenMail[]
  /** So many mails are refused for now (451) before one is taken. */
  refuse: (times: number) => void
  close: () => Promise<void>
}

/** RFC 5321, as much of it as a client needs to hand over a mail. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const mails: TakenMail[] = []
  let refusals = 0
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    let mail: TakenMail = { from: '', to: [], data: '' }
    let isData = false
    let rest = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    const hear = (line: string) => {
      if (isData) {
        if (line !== '.') return void (mail.data += `${line.replace(/^\.\./, '.')}\n`)
        isData = false
        if (refusals > 0) {
          refusals -= 1
          return void say('451 try again later')
        }
        mails.push(mail)
        return void say('250 taken')
      }
      const address = /<(.*)>/.exec(line)?.[1] ?? ''
      switch (line.slice(0, 4).toUpperCase()) {
        case 'MAIL':
          mail = { from: address, to: [], data: '' }
          return void say('250 ok')
        case 'RCPT':
          mail.to.push(address)
          return void say('250 ok')
        case 'DATA':
          isData = true
          return void say('354 go on')
        case 'QUIT':
          say('221 bye')
          return void socket.end()
        default:
          return void say('250 ok')
      }
    }
    say('220 here')
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n')
      rest = lines.pop() ?? ''
      lines.forEach(hear)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    refuse: (times) => void (refusals = times),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
