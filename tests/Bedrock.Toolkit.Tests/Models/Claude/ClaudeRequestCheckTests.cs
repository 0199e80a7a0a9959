using System.Text.Json;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Models.Claude;

public sealed class ClaudeRequestCheckTests
{
    private static readonly ClaudeCacheControl Long = new(ClaudeCacheTtl.OneHour);
    private static readonly ClaudeCacheControl Short = new();

    public static TheoryData<string, Action<ClaudeRequest>> Faults => new()
    {
        { "MaxTokens must be at least 1", r => r.MaxTokens = 0 },
        { "AnthropicVersion", r => r.AnthropicVersion = " " },
        { "Temperature must be a finite", r => r.Temperature = double.NaN },
        { "TopP must be a finite", r => r.TopP = double.PositiveInfinity },
        { "OutputConfig.Effort has no value", r => r.OutputConfig = new() { Effort = default(ClaudeEffort) } },
        { "AdditionalProperties must not hold 'model'", r => r.AdditionalProperties = new Dictionary<string, JsonElement> { ["model"] = default } },
        { "AdditionalProperties must not hold 'stream'", r => r.AdditionalProperties = new Dictionary<string, JsonElement> { ["stream"] = default } },
        { "Messages must not be empty", r => r.Messages.Clear() },
        { "Messages must not be empty", r => r.Messages = null! },
        { "Messages[1] must not be null", r => r.Messages.Add(null!) },
        { "Messages[0].Role has no value", r => r.Messages[0].Role = default },
        { "Messages[0].Content must not be null", r => r.Messages[0].Content = null! },
        { "Messages[0].Content must not be blank", r => r.Messages[0].Content = " \n" },
        { "Messages[0].Content must not be empty", r => r.Messages[0].Content = [] },
        { "Messages[0].Content[1].Text must not be blank", r => r.Messages[0].Content.Add(new ClaudeTextBlock(" ")) },
        { "Messages[0].OutputConfig.Effort", r => r.Messages[0].OutputConfig = new() { Effort = default(ClaudeEffort) } },
        { "Messages[0].Content[1].Source must not be null", r => r.Messages[0].Content.Add(new ClaudeImageBlock()) },
        { "Messages[0].Content[1].Source.Data", r => r.Messages[0].Content.Add(ClaudeImageBlock.FromBytes(default, "image/png")) },
        { "Messages[0].Content[1].Source.MediaType", r => r.Messages[0].Content.Add(ClaudeImageBlock.FromBytes(new byte[1], " ")) },
        { "Messages[0].Content[1].Source must not be null", r => r.Messages[0].Content.Add(new ClaudeDocumentBlock()) },
        { "Messages[0].Content[1].Source.Data", r => r.Messages[0].Content.Add(ClaudeDocumentBlock.FromText("")) },
        { "Messages[0].Content[1].Source.Content must not be empty", r => r.Messages[0].Content.Add(ClaudeDocumentBlock.FromContent([])) },
        { "Messages[0].Content[1].Source.Content must not be empty", r => r.Messages[0].Content.Add(ClaudeDocumentBlock.FromContent("")) },
        { "Messages[0].Content[1].Source.Content[0].Source", r => r.Messages[0].Content.Add(ClaudeDocumentBlock.FromContent([new ClaudeImageBlock()])) },
        { "Messages[0].Content[1].Content[0].Source", r => r.Messages[0].Content.Add(new ClaudeToolResultBlock("1", [new ClaudeImageBlock()])) },
        { "Messages[0].Content[1].ToolUseId", r => r.Messages[0].Content.Add(new ClaudeToolResultBlock(" ", "x")) },
        { "Messages[1].Content[0].Name", r => r.Messages.Add(ClaudeMessage.Assistant([new ClaudeToolUseBlock("1", "", default)])) },
        { "Messages[1].Content[0].Id", r => r.Messages.Add(ClaudeMessage.Assistant([new ClaudeToolUseBlock("", "a", default)])) },
        { "Tools[0].Name must not be blank", r => r.Tools = [new ClaudeTool("", null, ClaudeTestData.Schema)] },
        { "Tools[1].Name must not be blank", r => r.Tools = [new ClaudeBashTool(), new ClaudeBashTool { Name = null }] },
        { "Tools[0] must not be null", r => r.Tools = [null!] },
        { "Tools[0].InputSchema must be a JSON object", r => r.Tools = [new ClaudeTool("a", null, ClaudeTestData.Json("[]"))] },
        { "ToolChoice.Type", r => r.ToolChoice = new() { Type = "" } },
        { "ToolChoice.Name", r => r.ToolChoice = ClaudeToolChoice.Tool(" ") },
        { "Thinking.Type", r => r.Thinking = new() { Type = "" } },
        { "Thinking.BudgetTokens must be at least 1024; it is 1023", r => r.Thinking = ClaudeThinking.Enabled(1023) },
        { "Thinking.BudgetTokens must be at least 1024; it is null", r => r.Thinking = new() { Type = "enabled" } },
        { "Thinking.BudgetTokens must be below MaxTokens", r => r.Thinking = ClaudeThinking.Enabled(r.MaxTokens) },
        { "Thinking.Display", r => r.Thinking = ClaudeThinking.Adaptive(default(ClaudeThinkingDisplay)) },
        { "belongs into OutputConfig.Effort",
            r => r.Thinking = new() { Type = "adaptive", AdditionalProperties = new Dictionary<string, JsonElement> { ["effort"] = default } } },
        { "ToolChoice must be auto or none", r => (r.Thinking, r.ToolChoice) = (ClaudeThinking.Enabled(1024), ClaudeToolChoice.Any()) },
        { "OutputConfig.Format and citations",
            r => (r.OutputConfig, r.Messages[0].Content) = (new() { Format = ClaudeOutputFormat.JsonSchema(ClaudeTestData.Schema) }, [Cited()]) },
        { "Tools[0].CacheControl.Ttl has no value", r => r.Tools = [new ClaudeBashTool { CacheControl = new(default) }] },
        { "System[0].CacheControl.Ttl must not be longer",
            r => (r.Tools, r.System) = ([new ClaudeBashTool { CacheControl = Short }], [new ClaudeTextBlock("s") { CacheControl = Long }]) },
        { "Messages[0].Content[1].CacheControl.Ttl must not be longer",
            r => r.Messages[0].Content =
            [new ClaudeToolResultBlock("1", [new ClaudeTextBlock("a") { CacheControl = Short }]), new ClaudeTextBlock("b") { CacheControl = Long }] },
        { "Messages[0].Content[4].CacheControl is one too many",
            r => r.Messages[0].Content = [.. Enumerable.Range(0, 5).Select(_ => new ClaudeTextBlock("a") { CacheControl = Short })] },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void CheckRequest_Fault_NamesTheMember(string message, Action<ClaudeRequest> spoil)
    {
        ClaudeRequest request = ClaudeRequest.For("hello", 4096);
        spoil(request);

        ArgumentException exception = Assert.Throws<ArgumentException>(() => ClaudeModels.Opus46.CheckRequest!(request));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.Equal("request", exception.ParamName);
    }

    public static TheoryData<Action<ClaudeRequest>> Good => new()
    {
        r => r.MaxTokens = 1,
        r => r.Temperature = 7,
        r => r.TopP = 1,
        r => r.Messages.Add(ClaudeMessage.Assistant("")),
        r => r.Messages.Add(ClaudeMessage.Assistant([])),
        r => r.Messages[0].Content = [new ClaudeToolResultBlock("1", "")],
        r => r.Messages[0].Content = [new ClaudeUnknownBlock(ClaudeTestData.Json("{}"))],
        r => r.Messages[0].Content = [new ClaudeImageBlock(new ClaudeUnknownSource(ClaudeTestData.Json("{}")))],
        r => r.Tools = [new ClaudeUnknownTool(ClaudeTestData.Json("{}"))],
        r => r.Thinking = ClaudeThinking.Enabled(r.MaxTokens - 1),
        r => (r.Thinking, r.AnthropicBeta) = (ClaudeThinking.Enabled(r.MaxTokens + 1), ["Interleaved-thinking-2025-05-14"]),
        r => (r.Thinking, r.ToolChoice) = (ClaudeThinking.Adaptive(), ClaudeToolChoice.Auto()),
        r => r.OutputConfig = new() { Format = ClaudeOutputFormat.JsonSchema(ClaudeTestData.Schema) },
        r => r.Messages[0].Content = [Cited()],
        r => (r.Tools, r.System) = ([new ClaudeBashTool { CacheControl = Long }], [new ClaudeTextBlock("s") { CacheControl = Short }]),
        r => r.Messages[0].Content = [.. Enumerable.Range(0, 4).Select(_ => new ClaudeTextBlock("a") { CacheControl = Short })],
        r => r.Messages[0].Content = [new ClaudeTextBlock("a") { CacheControl = Short }, new ClaudeTextBlock("b") { CacheControl = new("2h") }],
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void CheckRequest_AllowedOrLeftToTheService_Passes(Action<ClaudeRequest> change)
    {
        ClaudeRequest request = ClaudeRequest.For("hello", 4096);
        change(request);

        Assert.Null(Record.Exception(() => ClaudeModels.Opus46.CheckRequest!(request)));
    }

    [Fact]
    public void CheckRequest_TemperatureAndTopP_AreRefusedOnlyWhereTheyExclude()
    {
        ClaudeRequest request = ClaudeRequest.For("hello");
        (request.Temperature, request.TopP) = (0.5, 0.5);

        foreach (Action<ClaudeRequest>? check in new[]
        {
            ClaudeModels.Sonnet45.CheckRequest, ClaudeModels.Haiku45.InProfile("us").CheckRequest,
                ClaudeModels.FromId("eu.anthropic.claude-sonnet-4-5-20250929-v1:0").CheckRequest,
        })
        {
            Assert.Contains("exclude each other", Assert.Throws<ArgumentException>(() => check!(request)).Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>(() => ClaudeModels.Opus45.CheckRequest!(request));
        Assert.Contains("Temperature must be null", Assert.Throws<ArgumentException>(() => ClaudeModels.Opus47.CheckRequest!(request)).Message,
            StringComparison.Ordinal);
        Assert.Null(Record.Exception(() => ClaudeModels.FromId("eu.anthropic.claude-sonnet-4-20250514-v1:0").CheckRequest!(request)));
    }

    [Fact]
    public void CheckRequest_Null_ThrowsArgumentNullException() =>
        Assert.Throws<ArgumentNullException>(() => ClaudeModels.Sonnet45.CheckRequest!(null!));

    private static ClaudeDocumentBlock Cited() => new(new ClaudeTextSource("a")) { Citations = new ClaudeCitationSettings(true) };
}
