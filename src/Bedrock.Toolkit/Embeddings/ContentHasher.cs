using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Bedrock.Toolkit;

/// <summary>Hashes what is embedded, and how: the same hash means the same vector. Not thread-safe.</summary>
internal sealed class ContentHasher : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _prefix;

    /// <param name="model">The model; its geography prefix makes no difference.</param>
    /// <param name="purpose">What the vectors are for.</param>
    /// <param name="dimensions">The wanted length; null for the model's own.</param>
    public ContentHasher(IEmbeddingModel model, EmbeddingPurpose purpose, int? dimensions)
    {
        string id = model.Id.BaseModel ?? model.Id.Value;
        int? length = dimensions ?? (model.Dimensions.Count > 0 ? model.Dimensions[0] : null);
        _prefix = Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}\n{purpose}\n{length}\n"));
    }

    public UInt128 Hash(EmbeddingContent content)
    {
        _hash.AppendData(_prefix);
        if (content.Image is { } image)
        {
            _hash.AppendData("image\n"u8);
            _hash.AppendData(image.Bytes.Span);
        }
        else
        {
            _hash.AppendData("text\n"u8);
            AppendText(content.Text ?? string.Empty);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _hash.GetHashAndReset(digest);
        return BinaryPrimitives.ReadUInt128BigEndian(digest);
    }

    public void Dispose() => _hash.Dispose();

    private void AppendText(string text)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            _hash.AppendData(buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
