using System.Text;
using Bedrock.Toolkit.Throttling;

namespace Bedrock.Toolkit.Tests.Throttling;

/// <summary>What counts together, what counts how much, and what is guessed.</summary>
public class TokenGovernorTests
{
    private const string Arn = "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc";

    [Theory]
    [InlineData("anthropic.claude-sonnet-4-5-20250929-v1:0", "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0", true)]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0",
        "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude-sonnet-4-5-20250929-v1:0", true)]
    [InlineData("anthropic.claude-sonnet-4-5-20250929-v1:0", "us.anthropic.claude-sonnet-4-5-20250929-v1:0", false)]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "global.anthropic.claude-sonnet-4-5-20250929-v1:0", false)]
    [InlineData("anthropic.claude-sonnet-4-5-20250929-v1:0", "anthropic.claude-haiku-4-5-20251001-v1:0", false)]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0", Arn, false)]
    public void Find_TwoIds_CountTogetherOnlyWhereBedrockDoes(string one, string other, bool together)
    {
        TokenGovernor governor = Governor(new TokenQuota { Models = "*", TokensPerMinute = 100 });

        Assert.Equal(together, governor.Find(one, "us-east-1").Pool == governor.Find(other, "us-east-1").Pool);
    }

    [Fact]
    public void Find_OtherRegion_CountsApart()
    {
        TokenGovernor governor = Governor(new TokenQuota { Models = "*", TokensPerMinute = 100 });

        Assert.NotSame(governor.Find("a.b", "us-east-1").Pool, governor.Find("a.b", "eu-west-1").Pool);
        Assert.Same(governor.Find("a.b", "us-east-1"), governor.Find("a.b", "us-east-1"));
        Assert.Equal(["us-east-1", "eu-west-1"], governor.GetStates().Select(s => s.Region).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void Find_NamedPool_CountsItsIdsTogether()
    {
        TokenGovernor governor = Governor(
            new TokenQuota { Models = Arn, TokensPerMinute = 100, Pool = "sonnet" },
            new TokenQuota { Models = "us.anthropic.*", TokensPerMinute = 100, Pool = "sonnet" });

        Assert.Same(governor.Find(Arn, "us-east-1").Pool, governor.Find("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "us-east-1").Pool);
    }

    [Fact]
    public void Find_SeveralQuotasFit_TakesTheFirst()
    {
        TokenGovernor governor = Governor(
            new TokenQuota { Models = "us.*", TokensPerMinute = 7 },
            new TokenQuota { Models = "*claude*", TokensPerMinute = 8 });

        Assert.Equal(7, governor.Find("us.anthropic.claude-x", "us-east-1").Pool!.State().FreeTokens);
        Assert.Equal(8, governor.Find("anthropic.claude-x", "us-east-1").Pool!.State().FreeTokens);
        Assert.Null(governor.Find("amazon.titan-text-express-v1", "us-east-1").Pool);
    }

    [Theory]
    [InlineData("anthropic.claude-sonnet-4-5-20250929-v1:0", 5)]
    [InlineData("us.anthropic.claude-3-7-sonnet-20250219-v1:0", 5)]
    [InlineData("global.anthropic.claude-opus-5-v1:0", 5)]
    [InlineData("anthropic.claude-3-5-sonnet-20241022-v2:0", 1)]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0", 1)]
    [InlineData("anthropic.claude-instant-v1", 1)]
    [InlineData("anthropic.claude-v2:1", 1)]
    [InlineData("amazon.nova-pro-v1:0", 1)]
    [InlineData(Arn, 1)]
    public void Find_OutputWeight_IsTheDocumentedOne(string id, double weight)
    {
        TokenGovernor governor = Governor(new TokenQuota { Models = "*", TokensPerMinute = 100 });

        Assert.Equal(weight, governor.Find(id, "us-east-1").OutputWeight);
        Assert.Equal(2.5, Governor(new TokenQuota { Models = "*", TokensPerMinute = 100, OutputWeight = 2.5 }).Find(id, "us-east-1").OutputWeight);
    }

    [Theory]
    [InlineData("""{"max_tokens":5,"messages":[]}""", 5)]
    [InlineData("""{"messages":[{"max_tokens":9}],"inferenceConfig":{"temperature":1,"maxTokens":6}}""", 6)]
    [InlineData("""{"textGenerationConfig":{"maxTokenCount":7}}""", 7)]
    [InlineData("""{"prompt":"{\"max_tokens\":5}","max_gen_len":8}""", 8)]
    [InlineData("""{"tools":{"deep":{"max_tokens":9}}}""", null)]
    [InlineData("""{"max_tokens":"many"}""", null)]
    [InlineData("{}", null)]
    [InlineData("not JSON", null)]
    [InlineData("""{"max_tok\ude00ns":5}""", null)]
    public void Find_MaxTokensOfABody_LooksWhereTheFormatsHaveIt(string body, int? expected)
    {
        OutputLimit limit = MaxTokensProbe.Find(Encoding.UTF8.GetBytes(body));

        Assert.Equal(expected, limit.Tokens);
        Assert.Equal(expected is null, limit.IsUnset);
    }

    [Fact]
    public void Of_BodyWithAnImage_CountsItOnce()
    {
        string image = Convert.ToBase64String(new byte[300_000]);
        byte[] body = Encoding.UTF8.GetBytes($$"""{"text":"{{string.Concat(Enumerable.Repeat("some words ", 200))}}","image":"{{image}}"}""");

        InputSize size = InputSize.Of(body);

        Assert.Equal(1, size.Attachments);
        Assert.InRange(size.TextBytes, 2200, 2200 + 2100);
        Assert.Equal((size.TextBytes * 0.25) + 1600, size.Tokens(0.25));
    }

    [Fact]
    public void Constructor_WrongSettings_NamesEachOfThem()
    {
        var options = new TokenGovernorOptions
        {
            Quotas = { new TokenQuota { Models = " " },
                new TokenQuota { Models = "*", TokensPerMinute = 0, AssumedMaxTokens = -1, OutputWeight = 0, Pool = "" } },
            MaxQueueTime = TimeSpan.Zero,
            Headroom = 0.6,
            TimeProvider = null!,
        };

        BedrockConfigurationException e = Assert.Throws<BedrockConfigurationException>(() => new TokenGovernor(options));

        string[] names = ["Quotas[0].Models", "Quotas[0] sets no limit", "Quotas[1].TokensPerMinute", "Quotas[1].AssumedMaxTokens", "Quotas[1].OutputWeight",
            "Quotas[1].Pool", "MaxQueueTime", "Headroom", "TimeProvider"];
        Assert.Equal(names.Length, e.Failures.Count);
        Assert.All(names, name => Assert.Contains(e.Failures, f => f.StartsWith(name, StringComparison.Ordinal)));
    }

    private static TokenGovernor Governor(params TokenQuota[] quotas)
    {
        var options = new TokenGovernorOptions();
        foreach (TokenQuota quota in quotas)
        {
            options.Quotas.Add(quota);
        }

        return new TokenGovernor(options);
    }
}
