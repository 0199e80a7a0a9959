using System.Text;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Serialization;

public sealed class LoneSurrogatesTests
{
    [Theory]
    [InlineData("""{"a":"\uD83D\uDE00 \u00e9 \n"}""", null)]
    [InlineData("""{"a":"x\ud83d"}""", """{"a":"x\ufffd"}""")]
    [InlineData("""{"a":"\uDE00\uD83D\uDE00"}""", """{"a":"\ufffd\uD83D\uDE00"}""")]
    [InlineData("""{"a":"\\ud83d"}""", null)]
    [InlineData("""{"a":"\ud8"}""", null)]
    [InlineData("""{"a":"\u+83d \uD83"}""", null)]
    public void Mend_Json_ChangesOnlyHalvesThatStandAlone(string json, string? expected)
    {
        byte[]? mended = LoneSurrogates.Mend(Encoding.UTF8.GetBytes(json));

        Assert.Equal(expected, mended is null ? null : Encoding.UTF8.GetString(mended));
    }

    [Fact]
    public void Mend_TextFullOfEscapes_AllocatesNothing()
    {
        byte[] json = Encoding.UTF8.GetBytes("\"" + string.Concat(Enumerable.Repeat("\\u00e9\\ud83d\\ude00\\n", 100)) + "\"");
        Assert.Null(LoneSurrogates.Mend(json));
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 10; i++)
        {
            LoneSurrogates.Mend(json);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
