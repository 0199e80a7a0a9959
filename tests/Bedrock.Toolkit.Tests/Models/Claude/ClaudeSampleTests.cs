using System.Text;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.Conformance;

namespace Bedrock.Toolkit.Tests.Models.Claude;

/// <summary>The samples of the wire reference, which show every documented member.</summary>
public sealed class ClaudeSampleTests
{
    [SharedTheory]
    [InlineData("claude-messages")]
    [InlineData("claude-messages-adaptive")]
    [InlineData("claude-messages-minimal")]
    public void Request_Sample_SurvivesWithoutUnknownMembers(string name)
    {
        string json = Read($"{name}.request.json");

        ClaudeRequest request = ClaudeTestData.RoundTrip<ClaudeRequest>(json);

        Assert.Null(request.AdditionalProperties);
        Assert.All(request.Messages, message => Assert.Null(message.AdditionalProperties));
        Assert.All(request.Messages.SelectMany(message => message.Content), CheckKnown);
        Assert.All(request.Tools ?? [], tool =>
        {
            Assert.IsNotType<ClaudeUnknownTool>(tool);
            Assert.Null(tool.AdditionalProperties);
        });
        Assert.All(request.ContextManagement?.Edits ?? [], edit => Assert.IsNotType<ClaudeUnknownContextEdit>(edit));
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, request, ClaudeModels.Sonnet45.RequestTypeInfo);
        Assert.Equal(BedrockJson.Serialize(request), Encoding.UTF8.GetString(buffer.WrittenSpan));
        Assert.Equal(BedrockJson.Serialize(request), BedrockJson.Serialize(request.Clone()));
    }

    [SharedTheory]
    [InlineData("claude-messages")]
    [InlineData("claude-messages-adaptive")]
    [InlineData("claude-messages-minimal")]
    public void Response_Sample_SurvivesWithoutUnknownMembers(string name)
    {
        ClaudeResponse response = ClaudeTestData.RoundTrip<ClaudeResponse>(Read($"{name}.response.json"));

        Assert.Null(response.AdditionalProperties);
        Assert.Null(response.Usage!.AdditionalProperties);
        Assert.All(response.Content, CheckKnown);
        Assert.All(response.Content.OfType<ClaudeTextBlock>().SelectMany(block => block.Citations ?? []),
            citation => Assert.Null(citation.AdditionalProperties));
        Assert.NotNull(response.StopReason);
    }

    [SharedTheory]
    [InlineData("claude-messages", "tool_use", 7, "The east buoy is lit.")]
    [InlineData("claude-messages-minimal", "end_turn", 1, "Bowline.")]
    public void Stream_Sample_IsAllTypedAndFolds(string name, string stopReason, int blocks, string text)
    {
        List<ClaudeStreamEvent> events =
            [.. Read($"{name}.stream.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ClaudeTestData.RoundTrip<ClaudeStreamEvent>)];

        Assert.All(events, streamEvent =>
        {
            Assert.IsNotType<ClaudeUnknownStreamEvent>(streamEvent);
            Assert.Null(streamEvent.AdditionalProperties);
            Assert.IsNotType<ClaudeUnknownDelta>((streamEvent as ClaudeContentBlockDeltaEvent)?.Delta);
        });
        Assert.Equal(events.Count - 1, events.FindIndex(streamEvent => ClaudeModels.Sonnet45.IsEnd(streamEvent)));
        ClaudeResponse response = ClaudeTestData.Fold(events);
        Assert.Equal(stopReason, response.StopReason!.Value.Value);
        Assert.Equal(blocks, response.Content.Count);
        Assert.All(response.Content, CheckKnown);
        Assert.Equal(text, response.Text);
        Assert.Equal(string.Concat(events.Select(streamEvent => streamEvent.Text)), response.Text);
        Assert.All(response.ToolCalls, use => Assert.Equal("tomorrow", use.Input.GetProperty("day").GetString()));
        ClaudeTestData.RoundTrip<ClaudeResponse>(BedrockJson.Serialize(response));
    }

    private static void CheckKnown(ClaudeContentBlock block)
    {
        Assert.IsNotType<ClaudeUnknownBlock>(block);
        Assert.Null(block.AdditionalProperties);
        if (block is ClaudeImageBlock or ClaudeDocumentBlock)
        {
            ClaudeSource? source = (block as ClaudeImageBlock)?.Source ?? ((ClaudeDocumentBlock)block).Source;
            Assert.NotNull(source);
            Assert.IsNotType<ClaudeUnknownSource>(source);
        }
    }

    private static string Read(string file) => File.ReadAllText(SharedFolder.PathTo("wire", "text", "samples", "anthropic", file));
}
