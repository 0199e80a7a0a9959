using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Nova;

public sealed class NovaModelsTests
{
    [Fact]
    public void Ids_AreTheDocumentedOnes() => Assert.Equal(
        ["amazon.nova-micro-v1:0", "amazon.nova-lite-v1:0", "amazon.nova-pro-v1:0", "amazon.nova-premier-v1:0", "amazon.nova-2-lite-v1:0"],
        typeof(NovaModels).GetProperties().Select(property => ((Model)property.GetValue(null)!).Id.Value));

    [Fact]
    public void Lifecycle_EndOfLifePassed_IsRetiredAndObsolete()
    {
        FamilyWire.CheckLifecycles(typeof(NovaModels), new DateOnly(2026, 11, 24));
        Assert.Equal(new DateOnly(2026, 9, 14), NovaModels.Premier.Lifecycle.EndOfLife);
        Assert.Equal(ModelStatus.Active, NovaModels.Micro.Lifecycle.Status);
    }

    [Fact]
    public void Capabilities_AreAsDocumented()
    {
        Assert.True(NovaModels.Micro.Capabilities is { Input: ModelModalities.Text, Streaming: true, Tools: true, PromptCaching: true, Reasoning: false,
            ContextTokens: 128_000 });
        Assert.Equal(ModelModalities.Text | ModelModalities.Image | ModelModalities.Video, NovaModels.Pro.Capabilities.Input);
        Assert.True(NovaModels.Nova2Lite.Capabilities is { Reasoning: true, ContextTokens: 1_000_000, MaxOutputTokens: 64_000 });
    }

    [Fact]
    public void FromId_AnyId_KeepsTheChecks()
    {
        const string Arn = "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc123def456";

        Assert.Equal(Arn, NovaModels.FromId(Arn).Id.Value);
        Assert.Throws<ArgumentException>(() => NovaModels.FromId(Arn).CheckRequest!(NovaRequest.For("")));
        Assert.Throws<InvalidOperationException>(() => NovaModels.FromId(default));
    }
}
