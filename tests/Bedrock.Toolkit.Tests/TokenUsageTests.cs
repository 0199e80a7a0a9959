using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests;

public class TokenUsageTests
{
    [Fact]
    public void TokenUsage_BodyCounts_WinsOverTheHeaders()
    {
        var response = new ClaudeResponse
        {
            Usage = new ClaudeUsage { InputTokens = 3, OutputTokens = 5, CacheCreationInputTokens = 7 },
            Metadata = new BedrockResponseMetadata { InputTokens = 30, OutputTokens = 50, CacheReadInputTokens = 11 },
        };

        TokenUsage usage = response.TokenUsage!;

        Assert.Equal((3, 5, 11, 7), (usage.InputTokens, usage.OutputTokens, usage.CacheReadInputTokens, usage.CacheWriteInputTokens));
        Assert.Equal(3 + 5 + 11 + 7, usage.TotalTokens);
    }

    [Fact]
    public void TokenUsage_OnlyHeadersCount_TakesThem()
    {
        var response = new TitanTextResponse { Metadata = new BedrockResponseMetadata { InputTokens = 30, OutputTokens = 50 } };

        Assert.Equal((30, 50), (response.TokenUsage?.InputTokens, response.TokenUsage?.OutputTokens));
    }

    [Fact]
    public void TokenUsage_NobodyCounted_IsNull() => Assert.Null(new TitanTextResponse().TokenUsage);

    [Fact]
    public void TokenUsage_SeveralTitanResults_AddsThem()
    {
        var response = new TitanTextResponse { InputTextTokenCount = 2, Results = [new() { TokenCount = 3 }, new() { TokenCount = 4 }] };

        Assert.Equal((2, 7), (response.TokenUsage?.InputTokens, response.TokenUsage?.OutputTokens));
    }
}
