using System.Text;
using Bedrock.Toolkit.Streaming;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Streaming;

public class ChunkPayloadTests
{
    // {"text":"hi?>"} has a / and a + in base64 when it is followed by these bytes.
    private static readonly string Hi = Convert.ToBase64String("{\"text\":\"hi\"}"u8);

    [Theory]
    [InlineData("""{"bytes":"BASE64"}""")]
    [InlineData("""{"bytes":"BASE64","p":"abcdefghijklmnopqrstuvwxyz"}""")]
    [InlineData("""{"p":"abc","bytes":"BASE64"}""")]
    [InlineData("""{"p":{"bytes":"eA=="},"list":[{"bytes":1}],"bytes":"BASE64","more":1}""")]
    [InlineData("""{"bytes":null,"bytes":"BASE64"}""")]
    [InlineData("""{"byt\u0065s":"BASE64"}""")]
    [InlineData(" { \"bytes\" : \"BASE64\" } ")]
    public void Read_Payload_GivesTheEvent(string payload) => Assert.Equal("hi", Read(payload.Replace("BASE64", Hi, StringComparison.Ordinal)).Text);

    [Fact]
    public void Read_EscapedBase64_IsUnescaped()
    {
        string base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"text\":\"???>>>~~~\"}"));
        Assert.Contains('/', base64);

        Assert.Equal("???>>>~~~", Read($$"""{"bytes":"{{base64.Replace("/", "\\/", StringComparison.Ordinal)}}"}""").Text);
        Assert.Equal("???>>>~~~", Read($$"""{"bytes":"{{string.Concat(base64.Select(c => $"\\u{(int)c:x4}"))}}"}""").Text);
    }

    [Theory]
    [InlineData("""{"bytes":"***"}""")]
    [InlineData("""{"bytes":"eyJ0ZXh0Ijoic2VjcmV0In"}""")]
    [InlineData("""{"bytes":"-_-_"}""")]
    [InlineData("""{"bytes":"\ud800"}""")]
    [InlineData("""{"byt\ude00s":"e30=","bytes":"e30="}""")]
    [InlineData("""{"bytes":""}""")]
    [InlineData("""{"bytes":5}""")]
    [InlineData("""{"bytes":null}""")]
    [InlineData("""{"p":"secret"}""")]
    [InlineData("""{"Bytes":"e30="}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"secret\"")]
    [InlineData("secret")]
    [InlineData("")]
    [InlineData("""{"bytes":"e30=""")]
    public void Read_BrokenPayload_IsAProtocolErrorWithoutThePayload(string payload)
    {
        BedrockProtocolException e = Assert.Throws<BedrockProtocolException>(() => Read(payload));

        Assert.Contains("EchoEvent", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null", "$", null)]
    [InlineData("""{"text":["secret"]}""", "$.text", 9L)]
    [InlineData("{\n\"last\":\"secret\"}", "$.last", 17L)]
    [InlineData("""{"text":"secret""", "$.text", 15L)]
    [InlineData("secret", "$", 0L)]
    public void Read_UnreadableEvent_TellsThePlaceAndNeverThePayload(string json, string? path, long? offset)
    {
        BedrockProtocolException e =
            Assert.Throws<BedrockProtocolException>(() => Read($$"""{"bytes":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(json))}}"}"""));

        Assert.Equal(path, e.JsonPath);
        Assert.Equal(offset, e.ByteOffset);
        Assert.DoesNotContain("secret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_InvalidUtf8_IsAProtocolError()
    {
        byte[] payload = [.. "{\"bytes\":\""u8, 0xff, 0xfe, .. "\"}"u8];

        Assert.Throws<BedrockProtocolException>(() => ChunkPayload.Read(payload, EchoJsonContext.Default.EchoEvent));
    }

    [Fact]
    public void Read_UnknownMembers_AreKept()
    {
        EchoEvent e = Read($$"""{"bytes":"{{Convert.ToBase64String("{\"text\":\"a\",\"new\":[1]}"u8)}}"}""");

        Assert.Equal("[1]", e.AdditionalProperties!["new"].GetRawText());
    }

    private static EchoEvent Read(string payload) => ChunkPayload.Read(Encoding.UTF8.GetBytes(payload), EchoJsonContext.Default.EchoEvent);
}
