using System.Buffers;
using Amazon.S3;
using Amazon.S3.Model;

namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>Writes an object piece by piece, with one part in memory. Not thread-safe. What was begun and not completed is no object.</summary>
/// <param name="s3">The client.</param>
/// <param name="bucket">The bucket.</param>
/// <param name="key">The key.</param>
/// <param name="kmsKeyId">The key for its encryption; what the bucket does when null.</param>
/// <param name="began">Told the id of an upload in parts, before its first part.</param>
internal sealed class ObjectUpload(IAmazonS3 s3, string bucket, string key, string? kmsKeyId, Action<string> began) : IDisposable
{
    private const int PartBytes = 8 * 1024 * 1024;

    private readonly List<PartETag> _parts = [];
    private byte[] _part = ArrayPool<byte>.Shared.Rent(PartBytes);
    private int _length;
    private string? _id;

    public long Bytes { get; private set; }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        Bytes += bytes.Length;
        while (!bytes.IsEmpty)
        {
            if (_length == PartBytes)
            {
                await SendPartAsync(cancellationToken).ConfigureAwait(false);
            }

            int count = Math.Min(bytes.Length, PartBytes - _length);
            bytes.Span[..count].CopyTo(_part.AsSpan(_length));
            _length += count;
            bytes = bytes[count..];
        }
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_id is null)
        {
            using MemoryStream content = Content();
            var put = new PutObjectRequest { BucketName = bucket, Key = key, InputStream = content, AutoCloseStream = false };
            if (kmsKeyId is not null)
            {
                put.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS;
                put.ServerSideEncryptionKeyManagementServiceKeyId = kmsKeyId;
            }

            await s3.PutObjectAsync(put, cancellationToken).ConfigureAwait(false);
            return;
        }

        if (_length > 0)
        {
            await SendPartAsync(cancellationToken).ConfigureAwait(false);
        }

        await s3.CompleteMultipartUploadAsync(
            new CompleteMultipartUploadRequest { BucketName = bucket, Key = key, UploadId = _id, PartETags = _parts }, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        byte[] part = _part;
        _part = [];
        if (part.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(part);
        }
    }

    private async Task SendPartAsync(CancellationToken cancellationToken)
    {
        if (_id is null)
        {
            var initiate = new InitiateMultipartUploadRequest { BucketName = bucket, Key = key, ChecksumAlgorithm = ChecksumAlgorithm.CRC32 };
            if (kmsKeyId is not null)
            {
                initiate.ServerSideEncryptionMethod = ServerSideEncryptionMethod.AWSKMS;
                initiate.ServerSideEncryptionKeyManagementServiceKeyId = kmsKeyId;
            }

            _id = (await s3.InitiateMultipartUploadAsync(initiate, cancellationToken).ConfigureAwait(false)).UploadId;
            began(_id);
        }

        using MemoryStream content = Content();
        UploadPartResponse sent = await s3.UploadPartAsync(
            new UploadPartRequest
            {
                BucketName = bucket,
                Key = key,
                UploadId = _id,
                PartNumber = _parts.Count + 1,
                PartSize = _length,
                InputStream = content,
                ChecksumAlgorithm = ChecksumAlgorithm.CRC32,
            },
            cancellationToken).ConfigureAwait(false);
        _parts.Add(new PartETag(sent, true));
        _length = 0;
    }

    private MemoryStream Content() => new(_part, 0, _length, writable: false);
}
