using System.Globalization;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Serialization;

public class FloatVectorConverterTests
{
    private static readonly FloatVectorConverter Converter = new();

    [Fact]
    public void Read_Numbers_KeepsThemInOrder()
    {
        float[] vector = Read("[0.0125, -0.43, 0, 1.5e-05, -0, 3.4028235e38]").ToArray();

        Assert.Equal([0.0125f, -0.43f, 0f, 1.5e-05f, -0f, float.MaxValue], vector);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(10_000)]
    public void Read_AnyLength_GivesAnArrayOfExactlyThatLength(int length)
    {
        float[] expected = [.. Enumerable.Range(0, length).Select(i => i / 7f)];
        string json = $"[{string.Join(',', expected.Select(f => f.ToString("R", CultureInfo.InvariantCulture)))}]";

        ReadOnlyMemory<float> vector = Read(json);

        Assert.Equal(expected, vector.ToArray());
        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(vector, out ArraySegment<float> segment));
        Assert.Equal(length, segment.Array!.Length);
    }

    [Fact]
    public void Read_EmptyArrayOrNull_IsEmpty()
    {
        Assert.True(Read("[]").IsEmpty);
        Assert.True(Read("null").IsEmpty);
    }

    [Fact]
    public void Read_NamedNumbers_AreRead() =>
        Assert.Equal([float.NaN, float.PositiveInfinity, float.NegativeInfinity], Read("""["NaN","Infinity","-Infinity"]""").ToArray());

    [Theory]
    [InlineData("""[1,"secret"]""", "index 1")]
    [InlineData("""[1,"nan"]""", "index 1")]
    [InlineData("[1,null]", "index 1")]
    [InlineData("[[1]]", "index 0")]
    [InlineData("[true]", "index 0")]
    [InlineData("[0,0,1e39]", "index 2")]
    [InlineData("[-4e38]", "32-bit float")]
    [InlineData("{}", "StartObject")]
    [InlineData("\"AAAA\"", "String")]
    [InlineData("7", "Number")]
    public void Read_AnythingElse_SaysWhatIsWrongWithoutTheValue(string json, string part)
    {
        var e = Assert.Throws<JsonException>(() => Read(json));

        Assert.Contains(part, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_JsonThatEndsTooEarly_IsRefused()
    {
        Assert.ThrowsAny<JsonException>(() => Read("[1,2"));
        Assert.ThrowsAny<JsonException>(() => Read("[1,2", isFinalBlock: false));
    }

    [Fact]
    public void Write_Numbers_ReadBackEqual()
    {
        float[] vector = [0.1f, -0.43f, 0f, 1.5e-05f, float.Epsilon, float.MaxValue, float.MinValue];

        Assert.Equal(vector, Read(Write(vector)).ToArray());
        Assert.Equal("[]", Write(ReadOnlyMemory<float>.Empty));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Write_NumberThatJsonDoesNotHave_IsRefused(float number)
    {
        var e = Assert.Throws<JsonException>(() => Write(new[] { 1f, number }));

        Assert.Contains("index 1", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SteadyState_AllocatesOnlyTheVector()
    {
        byte[] json = Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Range(0, 1024).Select(i => i * 0.001f))}]");
        for (int i = 0; i < 50; i++)
        {
            ReadBytes(json);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        ReadBytes(json);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 1024 * sizeof(float), (1024 * sizeof(float)) + 32);
    }

    private static ReadOnlyMemory<float> Read(string json, bool isFinalBlock = true) => ReadBytes(Encoding.UTF8.GetBytes(json), isFinalBlock);

    private static ReadOnlyMemory<float> ReadBytes(byte[] json, bool isFinalBlock = true)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock, state: default);
        reader.Read();
        return Converter.Read(ref reader, typeof(ReadOnlyMemory<float>), JsonSerializerOptions.Default);
    }

    private static string Write(ReadOnlyMemory<float> vector)
    {
        using var buffer = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Converter.Write(writer, vector, JsonSerializerOptions.Default);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
