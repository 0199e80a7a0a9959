using System.Text.Json;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Serialization;

public sealed class NestedPathTests
{
    [Theory]
    [InlineData("""{"content":[{"type":"text","text":"a"},{"type":"text","text":5}]}""", "$.content[1].text")]
    [InlineData("""{"usage":{"input_tokens":"x"}}""", "$.usage.input_tokens")]
    [InlineData("""{"content":[{"type":"text","citations":[{"type":"char_location","document_index":"x"}]}]}""", "$.content[0].citations[0].document_index")]
    public void Deserialize_FaultInsideConverters_NamesTheWholePath(string json, string path)
    {
        JsonException exception = Assert.Throws<JsonException>(() => BedrockJson.Deserialize<ClaudeResponse>(json));

        Assert.Equal(path, exception.Path);
    }

    [Fact]
    public void Serialize_NullForRequiredMember_NamesTheWholePath()
    {
        var request = new ClaudeRequest { MaxTokens = 1, Messages = [ClaudeMessage.User("a"), new ClaudeMessage { Role = ClaudeRole.User, Content = null! }] };

        JsonException exception = Assert.Throws<JsonException>(() => BedrockJson.Serialize(request));

        Assert.StartsWith("$.Messages[1]", exception.Path, StringComparison.Ordinal);
    }
}
