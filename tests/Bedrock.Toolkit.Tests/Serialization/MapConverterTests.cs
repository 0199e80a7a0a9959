using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Guardrails;

namespace Bedrock.Toolkit.Tests.Serialization;

public class MapConverterTests
{
    [Fact]
    public void Read_NullAndRepeatedEntries_LastOneThatIsThereCounts()
    {
        var trace = BedrockJson.Deserialize<GuardrailTraceAssessment>("""{"inputAssessment":{"a":null,"b":{"x":1},"b":{"x":2},"":{}}}""");

        Assert.Equal(["b", ""], trace.InputAssessment!.Keys);
        Assert.Equal("""{"inputAssessment":{"b":{"x":2},"":{}}}""", BedrockJson.Serialize(trace));
    }

    [Theory]
    [InlineData("""{"inputAssessment":[]}""", "$.inputAssessment")]
    [InlineData("""{"inputAssessment":{"a":{"topicPolicy":1}}}""", "$.inputAssessment.a.topicPolicy")]
    [InlineData("""{"inputAssessment":{"a b":7}}""", "$.inputAssessment['a b']")]
    public void Read_Malformed_TellsTheWholePath(string json, string path) =>
        Assert.Equal(path, Assert.Throws<JsonException>(() => BedrockJson.Deserialize<GuardrailTraceAssessment>(json)).Path);

    [Fact]
    public void Write_NullValue_IsRefused()
    {
        var trace = new GuardrailTraceAssessment { InputAssessment = new Dictionary<string, GuardrailAssessment> { ["a"] = null! } };

        JsonException e = Assert.Throws<JsonException>(() => BedrockJson.Serialize(trace));

        Assert.Contains("'a'", e.Message, StringComparison.Ordinal);
    }
}
