using System.Text.Json;
using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.Claude;

public sealed class ClaudeRequestTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    [Fact]
    public void Write_Minimal_MatchesSnapshot() =>
        Snapshot.Match(ClaudeTestData.HttpText(ClaudeModels.Sonnet45.InProfile("us"), ClaudeRequest.For("Why is the sky blue? <\"é\">")));

    [Fact]
    public void Write_EveryMember_MatchesSnapshot() => Snapshot.Match(ClaudeTestData.HttpText(ClaudeModels.Opus46, Full()));

    [Fact]
    public void Read_EveryMember_GivesEqualJson()
    {
        string json = BedrockJson.Serialize(Full());

        ClaudeRequest read = ClaudeTestData.RoundTrip<ClaudeRequest>(json);

        Assert.Equal(json, BedrockJson.Serialize(read));
    }

    [Fact]
    public void For_Prompt_MakesOneUserMessage()
    {
        ClaudeRequest request = ClaudeRequest.For("hello", 7);

        Assert.Equal(7, request.MaxTokens);
        Assert.Equal("hello", Assert.Single(request.Messages).Content.Text);
        Assert.Equal(ClaudeRole.User, request.Messages[0].Role);
        Assert.Throws<ArgumentNullException>(() => ClaudeRequest.For(null!));
    }

    [Fact]
    public void Write_NullVersion_FallsBackToTheDefault()
    {
        ClaudeRequest request = ClaudeRequest.For("a");
        request.AnthropicVersion = null;

        Assert.Equal("bedrock-2023-05-31", request.AnthropicVersion);
    }

    [Fact]
    public void Clone_ChangedEverywhere_LeavesTheOriginal()
    {
        ClaudeRequest original = Full();
        string before = BedrockJson.Serialize(original);

        ClaudeRequest copy = original.Clone();
        Assert.Equal(before, BedrockJson.Serialize(copy));
        copy.Messages[0].Content.Add(new ClaudeTextBlock("more"));
        copy.Messages[1].Content.Add(new ClaudeTextBlock("more"));
        ((ClaudeTextBlock)copy.Messages[1].Content[0]).Text = "changed";
        ((ClaudeTextBlock)copy.Messages[1].Content[0]).CacheControl!.Ttl = "2h";
        ((ClaudeDocumentBlock)copy.Messages[1].Content[4]).Citations!.Enabled = false;
        ((ClaudeContentSource)((ClaudeDocumentBlock)copy.Messages[1].Content[4]).Source!).Content.Add(new ClaudeTextBlock("x"));
        ((ClaudeSearchResultBlock)copy.Messages[1].Content[5]).Content.Clear();
        ((ClaudeToolResultBlock)copy.Messages[3].Content[0]).Content!.Add(new ClaudeTextBlock("x"));
        ((ClaudeToolSearchResultBlock)copy.Messages[2].Content[3]).Content!.ToolReferences!.Clear();
        copy.Messages.RemoveAt(2);
        copy.System!.Add(new ClaudeTextBlock("x"));
        copy.Tools![0].Name = "x";
        ((ClaudeTool)copy.Tools[0]).InputExamples!.Clear();
        copy.Tools.Clear();
        copy.StopSequences!.Clear();
        copy.AnthropicBeta!.Clear();
        copy.ToolChoice!.Type = "x";
        copy.Thinking!.BudgetTokens = 1;
        copy.OutputConfig!.Effort = "x";
        copy.OutputConfig.Format!.Schema = null;
        ((ClaudeClearToolUsesEdit)copy.ContextManagement!.Edits[0]).ExcludeTools!.Clear();
        ((ClaudeClearToolUsesEdit)copy.ContextManagement.Edits[0]).Trigger!.Value = 1;
        copy.ContextManagement.Edits.Clear();
        copy.CacheControl!.Ttl = null;
        copy.Metadata!.UserId = null;
        copy.GuardrailConfig!.TagSuffix = null;
        copy.AdditionalProperties!.Clear();

        Assert.Equal(before, BedrockJson.Serialize(original));
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives() => ClaudeTestData.RoundTrip<ClaudeRequest>("""
        {
          "anthropic_version": "bedrock-2099-01-01", "max_tokens": 5, "new_member": {"a": [1, null]},
          "anthropic_beta": ["new-beta"],
          "system": [{"type": "text", "text": "s", "new": 1}, {"type": "new_block", "x": null}],
          "messages": [
            {"role": "narrator", "content": "hi", "new": true},
            {"role": "user", "content": [
              {"type": "text", "text": "t", "new": 1},
              {"new_block_without_type": 1},
              {"type": "hologram", "x": {"y": null}},
              {"type": "image", "new": 1, "source": {"type": "url", "url": "https://example.com"}},
              {"type": "image", "source": {"type": "base64", "media_type": "image/new", "data": "AQID", "new": 1}},
              {"type": "tool_result", "tool_use_id": "1", "content": [{"type": "hologram"}], "cache_control": {"type": "lasting", "ttl": "9y", "new": 1}},
              {"type": "text", "text": "c", "citations": [{"type": "moon_location", "cited_text": "x", "phase": null}, {"type": "char_location", "new": 1}]}
            ]}
          ],
          "tools": [
            {"type": "teleport_20300101", "name": "teleport", "range": null},
            {"type": "computer_20300101", "name": "computer", "new": 1},
            {"name": "mine", "input_schema": {"x": null}, "eager": true},
            {"type": "custom", "name": "mine", "input_schema": {}}
          ],
          "tool_choice": {"type": "random", "seed": 1},
          "thinking": {"type": "deep", "depth": 9, "display": "holographic"},
          "output_config": {"effort": "heroic", "format": {"type": "xml_schema", "dtd": "x"}, "new": 1},
          "context_management": {"edits": [{"type": "clear_images_2030", "x": null}, {"type": "compact_20300101", "new": 1, "trigger": {"type": "days", "value": 2, "new": 1}}], "new": 1},
          "metadata": {"user_id": "u", "new": 1},
          "amazon-bedrock-guardrailConfig": {"tagSuffix": "abc", "streamProcessingMode": "ASYNCHRONOUS"}
        }
        """);

    [Theory]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"max_tokens":1}""")]
    [InlineData("""{"max_tokens":1,"messages":null}""")]
    [InlineData("""{"max_tokens":"many","messages":[]}""")]
    [InlineData("""{"max_tokens":1.5,"messages":[]}""")]
    [InlineData("""{"max_tokens":1,"messages":{}}""")]
    [InlineData("""{"max_tokens":1,"messages":[{"role":"user"}]}""")]
    [InlineData("""{"max_tokens":1,"messages":[{"role":7,"content":""}]}""")]
    [InlineData("""{"max_tokens":1,"messages":[{"role":"user","content":7}]}""")]
    [InlineData("""{"max_tokens":1,"messages":[{"role":"user","content":[{"type":"text","text":7}]}]}""")]
    [InlineData("""{"max_tokens":1,"messages":[{"role":"user","content":[{"type":"image","source":{"type":"base64","media_type":"image/png","data":"%"}}]}]}""")]
    [InlineData("""{"max_tokens":1,"messages":[]""")]
    public void Read_Malformed_ThrowsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ClaudeRequest>(json));

    internal static ClaudeRequest Full() => new()
    {
        AnthropicBeta = ["context-management-2025-06-27", "tool-examples-2025-10-29"],
        MaxTokens = 4096,
        System = [new ClaudeTextBlock("You know the weather.") { CacheControl = new ClaudeCacheControl(ClaudeCacheTtl.OneHour) }],
        Messages =
        [
            ClaudeMessage.User("Hello"),
            ClaudeMessage.User(
            [
                new ClaudeTextBlock("Look at these.") { CacheControl = new ClaudeCacheControl(ClaudeCacheTtl.FiveMinutes) },
                ClaudeImageBlock.FromBytes(Png, "image/png"),
                ClaudeDocumentBlock.FromPdf("%PDF-1.4"u8.ToArray(), "Map"),
                ClaudeDocumentBlock.FromText("Rain at noon.", "Forecast"),
                new ClaudeDocumentBlock(new ClaudeContentSource([new ClaudeTextBlock("Wind: 3.")]))
                {
                    Title = "Log",
                    Context = "Of today.",
                    Citations = new ClaudeCitationSettings(true),
                },
                new ClaudeSearchResultBlock { Source = "https://weather.example", Title = "Weather", Content = [new ClaudeTextBlock("Sunny.")],
                    Citations = new(true) },
            ]),
            ClaudeMessage.Assistant(
            [
                new ClaudeThinkingBlock { Thinking = "Rain or sun?", Signature = "c2ln" },
                new ClaudeRedactedThinkingBlock { Data = "ZGF0YQ==" },
                new ClaudeServerToolUseBlock { Id = "srvtoolu_1", Name = "tool_search_tool_regex", Input = ClaudeTestData.Json("""{"query":"weather"}""") },
                new ClaudeToolSearchResultBlock { ToolUseId = "srvtoolu_1", Content = new() { ToolReferences = [new ClaudeToolReferenceBlock("weather")] } },
                new ClaudeToolUseBlock("toolu_1", "weather", ClaudeTestData.Json("""{"city":"Paris","unit":null}""")),
            ]),
            ClaudeMessage.User(
            [
                new ClaudeToolResultBlock("toolu_1", [new ClaudeTextBlock("18 °C"), ClaudeImageBlock.FromBytes(Png, "image/png")], isError: false),
                new ClaudeToolResultBlock("toolu_2", "broken", isError: true),
                new ClaudeToolResultBlock("toolu_3", null),
            ]),
            ClaudeMessage.Assistant([new ClaudeCompactionBlock { Content = "They asked for the weather.", EncryptedContent = "ZW5j" }]),
            new ClaudeMessage { Role = ClaudeRole.System, Content = "Be brief.", OutputConfig = new() { Effort = ClaudeEffort.Low } },
            ClaudeMessage.User("And tomorrow?"),
        ],
        Temperature = 0.5,
        TopP = 0.25,
        TopK = 40,
        StopSequences = ["END"],
        Tools =
        [
            new ClaudeTool("weather", "The weather in a city.", ClaudeTestData.Schema)
            {
                Strict = true,
                DeferLoading = true,
                InputExamples = [ClaudeTestData.Json("""{"city":"Rome"}""")],
                AllowedCallers = ["direct"],
                CacheControl = new ClaudeCacheControl(),
            },
            new ClaudeComputerTool(1280, 800) { DisplayNumber = 1, EnableZoom = true },
            new ClaudeBashTool(),
            new ClaudeTextEditorTool { MaxCharacters = 9000 },
            new ClaudeMemoryTool(),
            new ClaudeToolSearchTool(),
        ],
        ToolChoice = ClaudeToolChoice.Tool("weather", disableParallelToolUse: true),
        Thinking = ClaudeThinking.Enabled(2048),
        OutputConfig = new() { Effort = ClaudeEffort.High, Format = ClaudeOutputFormat.JsonSchema(ClaudeTestData.Schema) },
        ContextManagement = new()
        {
            Edits =
            [
                new ClaudeClearToolUsesEdit
                {
                    Trigger = ClaudeContextAmount.InputTokens(90_000),
                    Keep = ClaudeContextAmount.ToolUses(4),
                    ClearAtLeast = ClaudeContextAmount.InputTokens(6_000),
                    ExcludeTools = ["memory"],
                    ClearToolInputs = true,
                },
                new ClaudeClearThinkingEdit { Keep = ClaudeContextAmount.ThinkingTurns(2) },
                new ClaudeClearThinkingEdit { Keep = ClaudeContextAmount.All() },
                new ClaudeCompactEdit { Trigger = ClaudeContextAmount.InputTokens(150_000), PauseAfterCompaction = true, Instructions = "Keep names." },
            ],
        },
        CacheControl = new ClaudeCacheControl(ClaudeCacheTtl.FiveMinutes),
        Metadata = new() { UserId = "u-1" },
        GuardrailConfig = new() { TagSuffix = "xyz" },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["new_member"] = ClaudeTestData.Json("[1,null]") },
    };
}
