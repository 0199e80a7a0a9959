using System.Text.Json;
using Bedrock.Toolkit.Models;
using Snapshooter.Xunit;

namespace Bedrock.Toolkit.Tests.Models.ChatCompletions;

public sealed class ChatCompletionRequestTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    [Fact]
    public void Write_Minimal_MatchesSnapshot() =>
        Snapshot.Match(ChatCompletionTestSet.HttpText(OpenAIModels.GptOss120B, ChatCompletionRequest.For("Why is the sky blue? <\"é\">")));

    [Fact]
    public void Write_EveryMember_MatchesSnapshot() => Snapshot.Match(ChatCompletionTestSet.HttpText(MoonshotModels.KimiK25.InProfile("us"), Full()));

    [Fact]
    public void Write_Completion_MatchesSnapshot() => Snapshot.Match(ChatCompletionTestSet.HttpText(
        WriterModels.CompletionFromId("us.writer.palmyra-x4-v1:0"),
        new WriterCompletionRequest
        {
            Prompt = "A berth is",
            MaxTokens = 100,
            MinTokens = 2,
            Temperature = 0.5,
            TopP = 0.75,
            Stop = ["END"],
            Seed = 4_000_000_000,
            PresencePenalty = 0.25,
            FrequencyPenalty = -0.25,
            GuardrailConfig = new BedrockGuardrailConfig { TagSuffix = "q7" },
            AdditionalProperties = new Dictionary<string, JsonElement> { ["brand_new"] = ChatCompletionTestSet.Json("1") },
        }));

    [Fact]
    public void Read_EveryMember_GivesEqualJson()
    {
        string json = BedrockJson.Serialize(Full());

        ChatCompletionRequest read = ChatCompletionTestSet.RoundTrip<ChatCompletionRequest>(json);

        Assert.Equal(json, BedrockJson.Serialize(read));
    }

    [Fact]
    public void For_Prompt_MakesOneUserMessage()
    {
        ChatCompletionRequest request = ChatCompletionRequest.For("hello", 7);

        Assert.Equal(7, request.MaxTokens);
        Assert.Equal("hello", Assert.Single(request.Messages).Content!.Text);
        Assert.Equal(ChatCompletionRole.User, request.Messages[0].Role);
        Assert.Throws<ArgumentNullException>(() => ChatCompletionRequest.For(null!));
        Assert.Equal(1024, WriterCompletionRequest.For("a").MaxTokens);
    }

    [Fact]
    public void Clone_ChangedEverywhere_LeavesTheOriginal()
    {
        ChatCompletionRequest original = Full();
        string before = BedrockJson.Serialize(original);

        ChatCompletionRequest copy = original.Clone();
        Assert.Equal(before, BedrockJson.Serialize(copy));
        copy.Messages[0].Content!.Add(new ChatCompletionTextPart("more"));
        copy.Messages[1].Name = "x";
        ((ChatCompletionTextPart)copy.Messages[1].Content![0]).Text = "changed";
        ((ChatCompletionImagePart)copy.Messages[1].Content![1]).ImageUrl!.Url = "changed";
        ((ChatCompletionAudioPart)copy.Messages[1].Content![2]).InputAudio!.Format = "changed";
        ((ChatCompletionVideoPart)copy.Messages[1].Content![3]).VideoUrl!.Url = "changed";
        ((ChatCompletionFilePart)copy.Messages[1].Content![4]).File!.FileName = "changed";
        copy.Messages[2].ToolCalls![0].Function!.Arguments = "changed";
        copy.Messages[2].ToolCalls!.Clear();
        copy.Messages.RemoveAt(3);
        copy.StreamOptions!.IncludeUsage = false;
        copy.Stop!.Add("x");
        copy.LogitBias!.Clear();
        copy.Reasoning!.Effort = "x";
        copy.Tools![0].Function!.Name = "x";
        copy.Tools.Clear();
        ((ChatCompletionToolChoiceFunction)copy.ToolChoice!).Function!.Name = "x";
        copy.ResponseFormat!.JsonSchema!.Name = "x";
        copy.StructuredOutputs!.Choice!.Clear();
        copy.GuardrailConfig!.TagSuffix = null;
        copy.AdditionalProperties!.Clear();

        Assert.Equal(before, BedrockJson.Serialize(original));
    }

    [Fact]
    public void Read_UnknownAtEveryLevel_Survives() => ChatCompletionTestSet.RoundTrip<ChatCompletionRequest>("""
        {
          "new_member": {"a": [1, null]}, "max_tokens": 5.0, "seed": 7.0,
          "messages": [
            {"role": "narrator", "content": "hi", "new": true},
            {"role": "user", "content": [
              {"type": "text", "text": "t", "new": 1},
              {"new_part_without_type": 1},
              {"type": "hologram", "x": {"y": null}},
              {"type": "image_url", "new": 1, "image_url": {"url": "https://example.com", "detail": "atomic", "new": 1}},
              {"type": "input_audio", "input_audio": {"data": "AQID", "format": "opus2", "new": 1}},
              {"type": "video_url", "video_url": {"url": "data:,", "fps": 2}},
              {"type": "file", "file": {"file_id": "f", "new": 1}},
              {"type": "refusal", "refusal": "no", "new": 1}
            ]},
            {"role": "assistant", "content": null, "refusal": "no", "audio": {"id": "a"}, "tool_calls": [
              {"id": "1", "type": "teleport", "target": "moon"},
              {"id": "2", "type": "function", "new": 1, "function": {"name": "f", "arguments": "not json", "new": 1}}
            ]}
          ],
          "tools": [{"type": "teleport", "range": 9}, {"type": "function", "new": 1, "function": {"name": "f", "parameters": {"x": null}, "new": 1}}],
          "tool_choice": {"type": "allowed_tools", "mode": "auto"},
          "response_format": {"type": "grammar", "grammar": "x", "json_schema": {"name": "n", "new": 1}},
          "structured_outputs": {"xml": "x"},
          "reasoning_effort": "heroic", "reasoning": {"effort": "heroic", "summary": "auto"}, "verbosity": "epic", "service_tier": "slow",
          "stream_options": {"include_usage": true, "new": 1},
          "amazon-bedrock-guardrailConfig": {"tagSuffix": "abc", "streamProcessingMode": "ASYNCHRONOUS"}
        }
        """);

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"messages":null}""")]
    [InlineData("""{"messages":{}}""")]
    [InlineData("""{"messages":[],"max_tokens":"many"}""")]
    [InlineData("""{"messages":[],"max_tokens":1.5}""")]
    [InlineData("""{"messages":[],"seed":1.5}""")]
    [InlineData("""{"messages":[],"stop":7}""")]
    [InlineData("""{"messages":[],"stop":["a",7]}""")]
    [InlineData("""{"messages":[],"logit_bias":[]}""")]
    [InlineData("""{"messages":[],"logit_bias":{"1":"x"}}""")]
    [InlineData("""{"messages":[{"content":""}]}""")]
    [InlineData("""{"messages":[{"role":7,"content":""}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":7}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"text","text":7}]}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":[{"type":"input_audio","input_audio":{"data":"%"}}]}]}""")]
    [InlineData("""{"messages":[]""")]
    public void Read_Malformed_ThrowsJsonException(string json) =>
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ChatCompletionRequest>(json));

    [Fact]
    public void Read_MalformedDeepInside_NamesTheWholePath() => Assert.Equal(
        "$.messages[0].content[1].text",
        Assert.ThrowsAny<JsonException>(() => BedrockJson.Deserialize<ChatCompletionRequest>(
            """{"messages":[{"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":7}]}]}""")).Path);

    internal static ChatCompletionRequest Full() => new()
    {
        Model = "moonshotai.kimi-k2.5",
        Messages =
        [
            ChatCompletionMessage.System("You know the weather."),
            new()
            {
                Role = ChatCompletionRole.User,
                Name = "mate",
                Content =
                [
                    new ChatCompletionTextPart("What is this?"),
                    ChatCompletionImagePart.FromBytes(Png, "image/png", ChatCompletionImageDetail.Low),
                    new ChatCompletionAudioPart(new byte[] { 1, 2, 3 }, "wav"),
                    ChatCompletionVideoPart.FromBytes([4, 5], "video/mp4"),
                    new ChatCompletionFilePart { File = new ChatCompletionFile { FileName = "a.pdf", FileData = "data:application/pdf;base64,AQ==",
                        FileId = "file-1" } },
                    new ChatCompletionUnknownPart(ChatCompletionTestSet.Json("""{"type":"hologram","x":null}""")),
                ],
            },
            new()
            {
                Role = ChatCompletionRole.Assistant,
                Content = [new ChatCompletionRefusalPart("Not that.")],
                ToolCalls = [ChatCompletionToolCall.ForFunction("call_1", "weather", """{"city":"Paris"}""")],
                Refusal = "no",
                ReasoningContent = "hm",
                Reasoning = "hm hm",
                AdditionalProperties = new Dictionary<string, JsonElement> { ["brand_new"] = ChatCompletionTestSet.Json("[null]") },
            },
            ChatCompletionMessage.Tool("call_1", "18 °C"),
        ],
        Stream = false,
        StreamOptions = new ChatCompletionStreamOptions { IncludeUsage = true },
        MaxCompletionTokens = 500,
        MaxTokens = 400,
        MinTokens = 3,
        Temperature = 0.5,
        TopP = 0.75,
        Stop = ["END", "###"],
        N = 2,
        PresencePenalty = 0.25,
        FrequencyPenalty = -0.25,
        LogitBias = new Dictionary<string, double> { ["1734"] = -50 },
        Logprobs = true,
        TopLogprobs = 2,
        Seed = 4_000_000_000,
        User = "u-1",
        SafetyIdentifier = "s-1",
        PromptCacheKey = "k-1",
        ReasoningEffort = ChatCompletionReasoningEffort.Low,
        Reasoning = new ChatCompletionReasoning { Effort = ChatCompletionReasoningEffort.High },
        ReasoningConfig = ChatCompletionReasoningEffort.Medium,
        Verbosity = ChatCompletionVerbosity.Low,
        Tools = [ChatCompletionTool.ForFunction("weather", "The weather in a city.", ChatCompletionTestSet.Schema, strict: true)],
        ToolChoice = ChatCompletionToolChoice.ForFunction("weather"),
        ParallelToolCalls = false,
        ResponseFormat = new ChatCompletionResponseFormat
        {
            Type = "json_schema",
            JsonSchema = new ChatCompletionJsonSchema { Name = "place", Description = "A place.", Schema = ChatCompletionTestSet.Schema, Strict = true },
        },
        StructuredOutputs = new ChatCompletionStructuredOutputs { Json = ChatCompletionTestSet.Schema, Regex = "a+", Choice = ["a", "b"],
            Grammar = "root ::= a" },
        ServiceTier = "auto",
        GuardrailConfig = new BedrockGuardrailConfig { TagSuffix = "q7" },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["enable_thinking"] = ChatCompletionTestSet.Json("false") },
    };
}
