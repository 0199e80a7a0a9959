using System.Text.Json;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Images;

public class BedrockImageTests
{
    private static readonly byte[] Gif = [.. "GIF89a"u8, 0x2C, 0x01, 0x90, 0x01];

    // SOI, an APP0 segment of 4 bytes, fill byte, SOF2 with 200 x 100.
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC2, 0, 11, 8, 0, 100, 0, 200, 1, 0, 0, 0];

    private static readonly byte[] WebPLossy =
        [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8 "u8, 0, 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0x2C, 0x01, 0x90, 0x01, 0, 0];

    private static readonly byte[] WebPExtended =
        [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x2B, 0x01, 0, 0x8F, 0x01, 0];

    // 299 in 14 bits, then 399 in 14 bits.
    private static readonly byte[] WebPLossless =
        [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8L"u8, 0, 0, 0, 0, 0x2F, .. BitConverter.GetBytes(299u | (399u << 14)), 0, 0, 0, 0, 0];

    public static TheoryData<string, byte[], int, int> Files => new()
    {
        { "image/png", ImageBytes.Png(300, 400).Bytes.ToArray(), 300, 400 },
        { "image/gif", Gif, 300, 400 },
        { "image/jpeg", Jpeg, 200, 100 },
        { "image/webp", WebPLossy, 300, 400 },
        { "image/webp", WebPExtended, 300, 400 },
        { "image/webp", WebPLossless, 300, 400 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void MediaTypeAndSize_OfAFile_AreFoundFromItsBytes(string mediaType, byte[] bytes, int width, int height)
    {
        var image = new BedrockImage(bytes);

        Assert.Equal((mediaType, new ImageSize(width, height)), (image.MediaType, image.Size));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void MediaTypeAndSize_CutAtEveryByte_NeverThrowNorInvent(string mediaType, byte[] bytes, int width, int height)
    {
        for (int length = 0; length < Math.Min(bytes.Length, 64); length++)
        {
            var image = new BedrockImage(bytes.AsMemory(0, length));

            Assert.True(image.MediaType is null || image.MediaType == mediaType);
            Assert.True(image.Size is null || image.Size == new ImageSize(width, height));
        }
    }

    [Fact]
    public void Size_HostileLengths_IsNull()
    {
        Assert.Null(new BedrockImage(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0 }).Size);
        Assert.Null(new BedrockImage(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0xFF, 0xE0, 0, 0, 0, 0 }).Size);
    }

    [Fact]
    public async Task SaveAsync_ThenFromFileAsync_GivesTheSameBytes()
    {
        string file = Path.GetTempFileName();
        try
        {
            BedrockImage image = ImageBytes.Png();
            await image.SaveAsync(file);

            Assert.Equal(image.Bytes, (await BedrockImage.FromFileAsync(file)).Bytes, new BytesComparer());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void ToString_OfAnImage_HasNoContent() => Assert.Equal(
        $"image/png, 8x6, {ImageBytes.Png().Bytes.Length} bytes", ImageBytes.Png().ToString());

    [Theory]
    [InlineData("""{"images":["%%%"]}""")]
    [InlineData("""{"images":[1]}""")]
    public void Read_NoBase64_IsAJsonExceptionWithThePath(string json)
    {
        var e = Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<AmazonImageResponse>(json));

        Assert.Equal("$.images[0]", e.Path);
    }

    private sealed class BytesComparer : IEqualityComparer<ReadOnlyMemory<byte>>
    {
        public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

        public int GetHashCode(ReadOnlyMemory<byte> obj) => obj.Length;
    }
}
