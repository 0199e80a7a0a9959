using System.Security.Cryptography;

namespace Bedrock.Toolkit.Doors;

/// <summary>Hashes the body of a request without a copy of it. Stateless and thread-safe.</summary>
internal static class BodyHash
{
    private static readonly byte[] OfNothing = SHA256.HashData(ReadOnlySpan<byte>.Empty);

    /// <summary>SHA-256 of what the content will send.</summary>
    /// <remarks>Content that can be written again, as bytes in memory can, is written into the hash; other content is read into memory once, and sent
    /// from there.</remarks>
    public static async Task<byte[]> OfAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return OfNothing;
        }

        if (!CanBeWrittenAgain(content))
        {
            await content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var stream = new HashStream(hash);
        await using (stream.ConfigureAwait(false))
        {
            await content.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        return hash.GetHashAndReset();
    }

    // What knows its length has its bytes at hand; a stream may know it and yet be read only once.
    private static bool CanBeWrittenAgain(HttpContent content) =>
        content is not (StreamContent or MultipartContent) && content.Headers.ContentLength is not null;

    private sealed class HashStream(IncrementalHash hash) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => hash.AppendData(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => hash.AppendData(buffer);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            hash.AppendData(buffer, offset, count);
            return Task.CompletedTask;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            hash.AppendData(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
