using System.Reflection;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.Claude;

public sealed class ClaudeModelsTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    public static TheoryData<string> Names => [.. typeof(ClaudeModels).GetProperties().Select(property => property.Name)];

    [Fact]
    public void Ids_All_AreDifferentClaudeIds()
    {
        List<string> ids = [.. typeof(ClaudeModels).GetProperties().Select(property => ((Model)property.GetValue(null)!).Id.Value)];

        Assert.Equal(27, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.StartsWith("anthropic.claude-", id, StringComparison.Ordinal));
        Assert.DoesNotContain(ids, id => id.Contains("mythos", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lifecycle_EndOfLifePassed_IsRetiredAndObsolete(string name)
    {
        PropertyInfo property = typeof(ClaudeModels).GetProperty(name)!;
        var model = (Model)property.GetValue(null)!;
        ObsoleteAttribute? obsolete = property.GetCustomAttribute<ObsoleteAttribute>();

        bool isPast = model.Lifecycle.EndOfLife <= Today;
        Assert.Equal(isPast, model.Lifecycle.Status == ModelStatus.Retired);
        Assert.Equal(isPast, obsolete is not null);
        Assert.True(obsolete is null || (obsolete.DiagnosticId == "BRT0001" && obsolete.Message!.Contains("use ClaudeModels.", StringComparison.Ordinal)));
        Assert.Equal(model.Lifecycle.EndOfLife is null, model.Lifecycle.Replacement is null);
        Assert.True(model.Capabilities.Streaming);
    }

    [Fact]
    public void Capabilities_SomeModels_AreAsDocumented()
    {
        Assert.Equal((200_000, 64_000), (ClaudeModels.Sonnet45.Capabilities.ContextTokens, ClaudeModels.Sonnet45.Capabilities.MaxOutputTokens));
        Assert.True(ClaudeModels.Sonnet45.Capabilities is { Tools: true, Reasoning: true, PromptCaching: true });
        Assert.Equal(ModelModalities.Text | ModelModalities.Image | ModelModalities.Document, ClaudeModels.Opus55.Capabilities.Input);
        Assert.Equal(ModelModalities.Text, ClaudeModels.Claude21.Capabilities.Input);
        Assert.False(ClaudeModels.Claude21.Capabilities.Tools);
        Assert.False(ClaudeModels.Haiku3.Capabilities.Reasoning);
        Assert.Equal(new DateOnly(2027, 1, 8), ClaudeModels.Opus41.Lifecycle.EndOfLife);
    }

    [Fact]
    public void FromId_AnyId_MakesAModel()
    {
        StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> model = ClaudeModels.FromId("anthropic.claude-next");

        Assert.Equal("anthropic.claude-next", model.Id.Value);
        Assert.Same(ClaudeModels.Sonnet45.RequestTypeInfo, model.RequestTypeInfo);
        Assert.NotNull(ClaudeModels.FromId("arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abc").CheckRequest);
        Assert.Throws<InvalidOperationException>(() => ClaudeModels.FromId(default));
    }
}
