using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Bedrock.Toolkit.Benchmarks.Calls;

namespace Bedrock.Toolkit.Benchmarks.Growth;

/// <summary>Answers from memory, a turn of the thread pool later: a body, or a stream of any number of events that takes no memory.</summary>
internal sealed class GrowthHandler : HttpMessageHandler
{
    private static readonly byte[] Delta = CannedAnswers.Frame(
        $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":{{{JsonSerializer.Serialize(SampleText.OfLength(CannedAnswers.DeltaLength))}}}}}""");

    private static readonly byte[] Stop = CannedAnswers.Frame("""{"type":"message_stop"}""");

    /// <summary>The body of the next answers.</summary>
    public byte[] Answer { get; set; } = CannedAnswers.Claude;

    /// <summary>How many events the next streams have beside their end.</summary>
    public int Events { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        await request.Content!.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        bool isStream = request.RequestUri!.AbsolutePath.EndsWith("stream", StringComparison.Ordinal);
        HttpContent content = isStream ? new StreamContent(new Repeated(Events)) : new ByteArrayContent(Answer);
        content.Headers.ContentType = new MediaTypeHeaderValue(isStream ? "application/vnd.amazon.eventstream" : "application/json");
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request };
    }

    /// <summary>The same frame again and again, and a last one.</summary>
    private sealed class Repeated(int events) : Stream
    {
        private int _left = events;
        private int _at;
        private bool _isOver;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            int written = 0;
            while (written < buffer.Length && !_isOver)
            {
                ReadOnlySpan<byte> frame = (_left > 0 ? Delta : Stop).AsSpan(_at);
                int part = Math.Min(frame.Length, buffer.Length - written);
                frame[..part].CopyTo(buffer[written..]);
                written += part;
                _at += part;
                if (part == frame.Length)
                {
                    _isOver = _left-- == 0;
                    _at = 0;
                }
            }

            return written;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
