using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;

namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>Lists objects and reads their records by ranges, so that neither memory grows with a file nor a lost connection costs more than a range.</summary>
internal sealed class ObjectReader(IAmazonS3 s3)
{
    private const int RangeBytes = 8 * 1024 * 1024;
    private const int MaxLosses = 5;

    /// <summary>The objects below a place.</summary>
    public async Task<IReadOnlyList<S3Object>> ListAsync(S3Place place, CancellationToken cancellationToken)
    {
        List<S3Object> found = [];
        string? token = null;
        do
        {
            var request = new ListObjectsV2Request { BucketName = place.Bucket, Prefix = place.Prefix, ContinuationToken = token };
            ListObjectsV2Response page = await s3.ListObjectsV2Async(request, cancellationToken).ConfigureAwait(false);
            found.AddRange(page.S3Objects ?? []);
            token = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (!string.IsNullOrEmpty(token));
        return found;
    }

    /// <summary>The records of an object; each is good until the next one is asked for.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> RecordsAsync(S3Object source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ranges = new Ranges(s3, source);
        await foreach (ReadOnlyMemory<byte> record in new RecordScanner(ranges.ReadAsync).ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return record;
        }
    }

    private sealed class Ranges(IAmazonS3 s3, S3Object source) : IDisposable
    {
        private readonly long _length = source.Size ?? 0;
        private GetObjectResponse? _open;
        private long _at;
        private long _rangeEnd;
        private int _losses;

        public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
        {
            while (_at < _length)
            {
                try
                {
                    _open ??= await OpenAsync(cancellationToken).ConfigureAwait(false);
                    int most = (int)Math.Min(buffer.Length, _rangeEnd - _at);
                    int count = await _open.ResponseStream.ReadAsync(buffer[..most], cancellationToken).ConfigureAwait(false);
                    if (count == 0)
                    {
                        throw new IOException("The connection to S3 ended in the middle of an object.");
                    }

                    _at += count;
                    if (_at == _rangeEnd)
                    {
                        Dispose();
                    }

                    return count;
                }
                catch (Exception e) when (e is IOException or HttpRequestException && ++_losses <= MaxLosses)
                {
                    // Goes on where it stopped.
                    Dispose();
                }
            }

            return 0;
        }

        public void Dispose()
        {
            _open?.Dispose();
            _open = null;
        }

        private Task<GetObjectResponse> OpenAsync(CancellationToken cancellationToken)
        {
            _rangeEnd = Math.Min(_length, _at + RangeBytes);
            return s3.GetObjectAsync(
                new GetObjectRequest
                {
                    BucketName = source.BucketName,
                    Key = source.Key,
                    ByteRange = new ByteRange(_at, _rangeEnd - 1),
                    EtagToMatch = source.ETag,
                },
                cancellationToken);
        }
    }
}
