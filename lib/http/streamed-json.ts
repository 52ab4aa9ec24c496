/**
 * A JSON document as a file, sent while it is made. The first piece is made before the headers go out, so that a refusal can still
 * be a proper answer.
 */
export async function streamedJson(name: string, pieces: AsyncGenerator<string>): Promise<Response> {
  let next = await pieces.next()
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (next.done === true) return controller.close()
        controller.enqueue(Buffer.from(next.value))
        next = await pieces.next()
      },
      cancel: async () => void (await pieces.return(undefined)),
    },
    { highWaterMark: 1 },
  )
  return new Response(body, {
    headers: {
      'content-type': 'application/json',
      'content-disposition': `attachment; filename="${name}.json"`,
      'cache-control': 'no-store',
    },
  })
}
