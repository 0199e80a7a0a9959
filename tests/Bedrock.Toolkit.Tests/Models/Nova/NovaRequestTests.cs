using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.Nova;

public sealed class NovaRequestTests
{
    private static readonly string[] Free = ["input", "json"];
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    [Fact]
    public void Write_Minimal_MatchesSnapshot() =>
        Snapshot.Match(FamilyWire.HttpText(NovaModels.Lite.InProfile("us"), NovaRequest.For("Why is the sky blue? <\"é\">", 200)));

    [Fact]
    public void Write_EveryMember_MatchesSnapshot() => Snapshot.Match(FamilyWire.HttpText(NovaModels.Nova2Lite, Full()));

    [Fact]
    public void Read_EveryMember_GivesEqualJson()
    {
        string json = BedrockJson.Serialize(Full());

        Assert.Equal(json, BedrockJson.Serialize(FamilyWire.RoundTrip<NovaRequest>(json, Free)));
    }

    [Fact]
    public void For_Prompt_MakesOneUserMessage()
    {
        NovaRequest request = NovaRequest.For("hello");

        NovaMessage message = Assert.Single(request.Messages);
        Assert.Equal(NovaRole.User, message.Role);
        Assert.Equal("hello", Assert.IsType<NovaTextBlock>(Assert.Single(message.Content)).Text);
        Assert.Null(request.InferenceConfig);
        Assert.Equal(7, NovaModels.Micro.ReadMaxTokens!(NovaRequest.For("hello", 7)));
        Assert.Equal(8, NovaModels.Micro.ReadMaxTokens!(new NovaRequest { Messages = [], InferenceConfig = new() { MaxNewTokens = 8 } }));
        Assert.Null(NovaModels.Micro.ReadMaxTokens!(request));
        Assert.Throws<ArgumentNullException>(() => NovaRequest.For(null!));
    }

    [Fact]
    public void Clone_ChangedEverywhere_LeavesTheOriginal()
    {
        NovaRequest original = Full();
        string before = BedrockJson.Serialize(original);

        NovaRequest copy = original.Clone();
        Assert.Equal(before, BedrockJson.Serialize(copy));
        IList<NovaContentBlock> first = copy.Messages[0].Content;
        ((NovaTextBlock)first[0]).Text = "changed";
        ((NovaTextBlock)first[0]).CachePoint!.Type = "x";
        ((NovaImageBlock)first[1]).Image!.Format = "x";
        ((NovaImageBlock)first[1]).Image!.Source!.Bytes = null;
        ((NovaVideoBlock)first[2]).Video!.Source!.S3Location!.Uri = "x";
        ((NovaAudioBlock)first[3]).Audio!.Source = null;
        ((NovaDocumentBlock)first[4]).Document!.Name = "x";
        ((NovaGuardContentBlock)first[5]).GuardContent!.Text!.Qualifiers!.Clear();
        ((NovaReasoningBlock)copy.Messages[1].Content[0]).ReasoningContent!.ReasoningText!.Text = "x";
        ((NovaToolUseBlock)copy.Messages[1].Content[1]).ToolUse!.Name = "x";
        ((NovaToolResultBlock)copy.Messages[2].Content[0]).ToolResult!.Content.Clear();
        ((NovaCachePointBlock)copy.System![1]).CachePoint!.Type = "x";
        copy.Messages[0].Content.Clear();
        copy.Messages.Clear();
        copy.System.Clear();
        copy.InferenceConfig!.StopSequences!.Clear();
        copy.InferenceConfig.ReasoningConfig!.Type = null;
        copy.ReasoningConfig!.MaxReasoningEffort = null;
        ((NovaTool)copy.ToolConfig!.Tools[0]).ToolSpec!.InputSchema!.Json = default;
        ((NovaSystemTool)copy.ToolConfig.Tools[1]).SystemTool!.Name = "x";
        ((NovaNamedToolChoice)copy.ToolConfig.ToolChoice!).ToolName!.Name = "x";
        copy.ToolConfig.Tools.Clear();
        copy.GuardrailConfig!.TagSuffix = null;
        copy.AdditionalProperties!.Clear();

        Assert.Equal(before, BedrockJson.Serialize(original));
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives()
    {
        NovaRequest request = FamilyWire.RoundTrip<NovaRequest>("""
            {
              "schemaVersion": "messages-v9", "new": {"a": [1, null]},
              "system": [{"text": "s", "new": 1}, {"hologram": {"x": 1}}, {"cachePoint": {"type": "lasting", "ttl": "1h"}}],
              "messages": [
                {"role": "narrator", "new": true, "content": [
                  {"cachePoint": {"type": "default"}, "text": "cache point first"},
                  {"image": {"format": "heic", "new": 1, "source": {"url": "https://example.com"}}},
                  {"video": {"format": "gif89", "source": {"s3Location": {"uri": "s3://a/b", "new": 1}}}},
                  {"toolResult": {"toolUseId": "1", "status": "half", "new": 1, "content": [{"json": {"x": null}}, {"hologram": 1}]}},
                  {"reasoningContent": {"reasoningText": {"text": "t", "new": 1}, "new": 2}},
                  {"guardContent": {"text": {"text": "g", "qualifiers": ["suspicious"], "new": 1}}},
                  {"toolUse": {"toolUseId": "1", "name": "a", "input": {"x": null}, "new": 1}}
                ]}
              ],
              "inferenceConfig": {"top_p": 0.5, "top_k": 3, "max_new_tokens": 9, "seed": 1, "reasoningConfig": {"type": "dreaming", "maxReasoningEffort": "heroic", "new": 1}},
              "reasoningConfig": {"type": "enabled"},
              "toolConfig": {"new": 1, "tools": [{"toolSpec": {"name": "a", "strict": true, "inputSchema": {"json": {"default": null}, "new": 1}}}, {"systemTool": {"name": "s", "new": 1}}, {"teleport": {}}, {"cachePoint": {"type": "default"}}],
                "toolChoice": {"random": {"seed": 1}}},
              "amazon-bedrock-guardrailConfig": {"tagSuffix": "abc", "streamProcessingMode": "ASYNCHRONOUS"}
            }
            """, Free);

        var text = Assert.IsType<NovaTextBlock>(request.Messages[0].Content[0]);
        Assert.Equal("cache point first", text.Text);
        Assert.NotNull(text.CachePoint);
        Assert.IsType<NovaUnknownBlock>(request.System![1]);
        Assert.IsType<NovaCachePointBlock>(request.System[2]);
        Assert.IsType<NovaUnknownTool>(request.ToolConfig!.Tools[2]);
        Assert.IsType<NovaUnknownToolChoice>(request.ToolConfig.ToolChoice);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"messages":null}""")]
    [InlineData("""{"messages":{}}""")]
    [InlineData("""{"messages":[{"role":"user"}]}""")]
    [InlineData("""{"messages":[{"content":[]}]}""")]
    [InlineData("""{"messages":[{"role":7,"content":[]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"text"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"text":7}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"image":{"source":{"bytes":"%"}}}]}]}""")]
    [InlineData("""{"messages":[],"inferenceConfig":{"maxTokens":1.5}}""")]
    [InlineData("""{"messages":[]""")]
    public void Read_Malformed_ThrowsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<NovaRequest>(json));

    [Fact]
    public void Read_MalformedDeepInside_NamesThePlace()
    {
        JsonException e = Assert.ThrowsAny<JsonException>(() =>
            BedrockJson.Deserialize<NovaRequest>("""{"messages":[{"role":"user","content":[{"text":"secret"},{"text":7}]}]}"""));

        Assert.Equal("$.messages[0].content[1].text", e.Path);
        Assert.DoesNotContain("secret", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToolChoice_Factories_WriteTheirKind()
    {
        Assert.Equal("""{"auto":{}}""", BedrockJson.Serialize(NovaToolChoice.Auto()));
        Assert.Equal("""{"any":{}}""", BedrockJson.Serialize(NovaToolChoice.Any()));
        Assert.Equal("""{"tool":{"name":"a"}}""", BedrockJson.Serialize(NovaToolChoice.Tool("a")));
        Assert.Equal("""{"systemTool":{"name":"nova_code_interpreter"}}""", BedrockJson.Serialize<NovaToolDefinition>(NovaSystemTool.CodeInterpreter()));
    }

    internal static NovaRequest Full() => new()
    {
        SchemaVersion = "messages-v1",
        System = ["You know the weather.", NovaCachePointBlock.Default()],
        Messages =
        [
            NovaMessage.User(
                new NovaTextBlock("Look at these.") { CachePoint = new NovaCachePoint() },
                NovaImageBlock.FromBytes(Png, NovaImageFormat.Png),
                NovaVideoBlock.FromS3("s3://clips/a.mp4", NovaVideoFormat.Mp4, "111122223333"),
                new NovaAudioBlock(NovaAudioFormat.Wav, NovaMediaSource.FromBytes(Png)),
                new NovaDocumentBlock(NovaDocumentFormat.Pdf, "Map", NovaMediaSource.FromS3("s3://maps/a.pdf")),
                new NovaGuardContentBlock("Is it safe?", NovaGuardQualifier.Query)),
            NovaMessage.Assistant(
                new NovaReasoningBlock("[REDACTED]", "c2ln"),
                new NovaToolUseBlock("tooluse_1", "weather", FamilyWire.Json("""{"city":"Paris","unit":null}"""))),
            NovaMessage.User(
                new NovaToolResultBlock(
                    "tooluse_1",
                    ["18 °C", new NovaJsonBlock(FamilyWire.Json("""{"wind":null}""")), NovaImageBlock.FromS3("s3://maps/a.png", NovaImageFormat.Png)],
                    NovaToolResultStatus.Success)),
        ],
        InferenceConfig = new()
        {
            MaxTokens = 800,
            MaxNewTokens = 800,
            Temperature = 0.5,
            TopP = 0.25,
            TopK = 40,
            StopSequences = ["END"],
            ReasoningConfig = NovaReasoningConfig.Enabled(NovaReasoningEffort.Low),
        },
        ReasoningConfig = NovaReasoningConfig.Enabled(NovaReasoningEffort.Medium),
        ToolConfig = new()
        {
            Tools = [new NovaTool("weather", "The weather in a city.", FamilyWire.Json("""{"type":"object","default":null}""")), NovaSystemTool.Grounding(),
                new NovaToolCachePoint { CachePoint = new() }],
            ToolChoice = NovaToolChoice.Tool("weather"),
        },
        GuardrailConfig = new() { TagSuffix = "xyz" },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["new_member"] = FamilyWire.Json("[1,null]") },
    };
}
