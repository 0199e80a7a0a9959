namespace Bedrock.Toolkit.Tests;

public class ModelIdTests
{
    private const string Account = "arn:aws:bedrock:eu-central-1:123456789012:";

    [Theory]
    [InlineData("amazon.titan-embed-text-v2:0", ModelIdKind.FoundationModel)]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1", ModelIdKind.FoundationModel)]
    [InlineData("us.anthropic.claude-sonnet-4-5-20250929-v1:0", ModelIdKind.InferenceProfile)]
    [InlineData(Account + "inference-profile/eu.anthropic.claude-sonnet-4-5-20250929-v1:0", ModelIdKind.InferenceProfile)]
    [InlineData(Account + "application-inference-profile/abc123", ModelIdKind.ApplicationInferenceProfile)]
    [InlineData(Account + "provisioned-model/abc123", ModelIdKind.ProvisionedModel)]
    [InlineData(Account + "custom-model/amazon.titan-text-lite-v1:0:4k/abc123", ModelIdKind.CustomModel)]
    [InlineData(Account + "custom-model-deployment/abc123", ModelIdKind.CustomModelDeployment)]
    [InlineData(Account + "imported-model/abc123", ModelIdKind.ImportedModel)]
    [InlineData(Account + "prompt/ABCDEF:1", ModelIdKind.Prompt)]
    [InlineData(Account + "prompt-router/abc123", ModelIdKind.PromptRouter)]
    [InlineData(Account + "default-prompt-router/anthropic.claude:1", ModelIdKind.PromptRouter)]
    [InlineData("arn:aws:sagemaker:us-east-1:123456789012:endpoint/my-endpoint", ModelIdKind.MarketplaceEndpoint)]
    [InlineData(Account + "quantum-model/abc", ModelIdKind.Other)]
    [InlineData("arn:aws:bedrock", ModelIdKind.Other)]
    public void Kind_OfEveryForm_IsTold(string id, ModelIdKind kind)
    {
        Assert.Equal(kind, new ModelId(id).Kind);
        Assert.Equal(id.StartsWith("arn:", StringComparison.Ordinal), new ModelId(id).IsArn);
    }

    [Theory]
    [InlineData("amazon.titan-embed-text-v2:0", null, "amazon", "amazon.titan-embed-text-v2:0")]
    [InlineData("us.anthropic.claude-v2:1", "us", "anthropic", "anthropic.claude-v2:1")]
    [InlineData("eu.amazon.nova-lite-v1:0", "eu", "amazon", "amazon.nova-lite-v1:0")]
    [InlineData("apac.amazon.nova-lite-v1:0", "apac", "amazon", "amazon.nova-lite-v1:0")]
    [InlineData("us-gov.anthropic.claude-v2:1", "us-gov", "anthropic", "anthropic.claude-v2:1")]
    [InlineData("jp.anthropic.claude-v2:1", "jp", "anthropic", "anthropic.claude-v2:1")]
    [InlineData("au.anthropic.claude-v2:1", "au", "anthropic", "anthropic.claude-v2:1")]
    [InlineData("global.anthropic.claude-v2:1", "global", "anthropic", "anthropic.claude-v2:1")]
    [InlineData("mars-1.anthropic.claude-v2:1", "mars-1", "anthropic", "anthropic.claude-v2:1")]
    [InlineData("us.newco.model-v1:0", "us", "newco", "newco.model-v1:0")]
    [InlineData("meta.llama3.1-8b", null, "meta", "meta.llama3.1-8b")]
    [InlineData("us.meta.llama3.1-8b.x", "us", "meta", "meta.llama3.1-8b.x")]
    [InlineData("zai.glm-4.7", null, "zai", "zai.glm-4.7")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1", null, "anthropic", "anthropic.claude-v2:1")]
    [InlineData(Account + "inference-profile/eu.anthropic.claude-v2:1", "eu", "anthropic", "anthropic.claude-v2:1")]
    [InlineData(Account + "application-inference-profile/abc", null, null, null)]
    [InlineData(Account + "provisioned-model/abc", null, null, null)]
    [InlineData(Account + "imported-model/a.b.c", null, null, null)]
    [InlineData("plain", null, null, null)]
    [InlineData(".x", null, null, null)]
    public void Parts_OfEveryForm_AreToldAsFarAsVisible(string id, string? geography, string? provider, string? model)
    {
        var parsed = new ModelId(id);

        Assert.Equal(geography, parsed.Geography);
        Assert.Equal(provider, parsed.Provider);
        Assert.Equal(model, parsed.BaseModel);
    }

    [Theory]
    [InlineData(Account + "provisioned-model/abc", "eu-central-1")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1", "us-east-1")]
    [InlineData("arn:aws-us-gov:bedrock:us-gov-west-1::foundation-model/x.y", "us-gov-west-1")]
    [InlineData("arn:aws:bedrock:::foundation-model/x.y", null)]
    [InlineData("us.anthropic.claude-v2:1", null)]
    public void Region_OnlyOfAnArn_IsTold(string id, string? region) => Assert.Equal(region, new ModelId(id).Region);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\n")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/../b")]
    [InlineData("a/.")]
    [InlineData("../a")]
    [InlineData("a\rb")]
    [InlineData("a\r\nx-evil: 1")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a b")]
    [InlineData("a\u00a0b")]
    [InlineData("a\u0085b")]
    public void Constructor_MalformedId_IsRefused(string id)
    {
        Assert.Throws<ArgumentException>(() => new ModelId(id));
        Assert.False(ModelId.TryParse(id, null, out ModelId none));
        Assert.Equal(default, none);
    }

    [Fact]
    public void Constructor_Surrogates_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new ModelId("a\ud83d\ude00"));
        Assert.Throws<ArgumentException>(() => new ModelId("a" + (char)0xd800));
    }

    [Fact]
    public void Constructor_Length_IsLimited()
    {
        Assert.Equal(2048, new ModelId(new string('a', 2048)).Value.Length);
        ArgumentException e = Assert.Throws<ArgumentException>(() => new ModelId(new string('a', 2049)));
        Assert.Contains("2049", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_Null_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new ModelId(null!));
        Assert.False(ModelId.TryParse(null, null, out _));
    }

    [Theory]
    [InlineData("...")]
    [InlineData("a..b")]
    [InlineData("a?b#c")]
    [InlineData("%2e%2e")]
    public void Constructor_OddButHarmless_IsTakenAsItIs(string id)
    {
        Assert.Equal(id, new ModelId(id).Value);
        Assert.Equal(id, ModelId.Parse(id, null).ToString());
    }

    [Fact]
    public void Default_HasNoValue_AndSaysSo()
    {
        ModelId none = default;

        Assert.Throws<InvalidOperationException>(() => none.Value);
        Assert.Throws<InvalidOperationException>(() => none.Kind);
        Assert.Equal("", none.ToString());
        Assert.Equal(0, none.GetHashCode());
        Assert.True(none == default);
        Assert.True(none != new ModelId("a"));
    }

    [Fact]
    public void Equals_ComparesOrdinally()
    {
        ModelId one = "anthropic.claude";

        Assert.Equal(one, new ModelId("anthropic.claude"));
        Assert.Equal(one.GetHashCode(), new ModelId("anthropic.claude").GetHashCode());
        Assert.NotEqual(one, new ModelId("Anthropic.claude"));
        Assert.False(one.Equals((object)"anthropic.claude"));
    }

    [Theory]
    [InlineData("us")]
    [InlineData("us-gov")]
    [InlineData("mars")]
    public void InProfile_OfABareId_PutsThePrefixBefore(string geography)
    {
        ModelId profile = new ModelId("anthropic.claude-v2:1").InProfile(geography);

        Assert.Equal(geography + ".anthropic.claude-v2:1", profile.Value);
        Assert.Equal(ModelIdKind.InferenceProfile, profile.Kind);
    }

    [Theory]
    [InlineData("us.anthropic.claude-v2:1", "eu")]
    [InlineData("mars.anthropic.claude-v2:1", "eu")]
    [InlineData(Account + "inference-profile/eu.anthropic.claude-v2:1", "us")]
    [InlineData(Account + "provisioned-model/abc", "us")]
    [InlineData("arn:aws:bedrock", "us")]
    [InlineData("anthropic.claude-v2:1", "US")]
    [InlineData("anthropic.claude-v2:1", "us.")]
    [InlineData("anthropic.claude-v2:1", "u s")]
    [InlineData("anthropic.claude-v2:1", "")]
    public void InProfile_WhereItMakesNoSense_IsRefused(string id, string geography) =>
        Assert.Throws<ArgumentException>(nameof(geography), () => new ModelId(id).InProfile(geography));
}
