using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit.Tests.Serialization;

public class LongCountConverterTests
{
    [Theory]
    [InlineData("28", 28)]
    [InlineData("28.0", 28)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("1e10", 10_000_000_000)]
    public void Read_WholeNumber_IsTaken(string json, long expected) => Assert.Equal(expected, Read(json));

    [Theory]
    [InlineData("1.5")]
    [InlineData("9223372036854775808")]
    [InlineData("1e300")]
    [InlineData("\"1\"")]
    public void Read_Other_IsRefused(string json) => Assert.Throws<JsonException>(() => Read(json));

    private static long? Read(string json) =>
        BedrockJson.Deserialize<GuardrailInvocationMetrics>($$"""{"guardrailProcessingLatency":{{json}}}""").GuardrailProcessingLatency;
}
