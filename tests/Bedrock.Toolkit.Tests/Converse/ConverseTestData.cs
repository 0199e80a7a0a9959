using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Serialization;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Converse;

/// <summary>What the tests of Converse share.</summary>
internal static class ConverseTestData
{
    public const string Model = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    /// <summary>Members whose JSON belongs to the user: nulls in them count.</summary>
    public static readonly string[] FreeMembers = ["input", "json", "additionalModelRequestFields", "additionalModelResponseFields"];

    public static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static JsonElement Schema { get; } =
        Json("""{"type":"object","properties":{"city":{"anyOf":[{"$ref":"#/$defs/C"},{"type":"null"}],"default":null}},"required":["city"],"$defs":{"C":{"type":"string"}}}""");

    public static JsonElement Json(string json) => JsonElement.Parse(json);

    /// <summary>Reads and writes; fails when anything changed on the way.</summary>
    public static T RoundTrip<T>(string json)
    {
        T value = BedrockJson.Deserialize<T>(json);
        EqualJson.Check(json, BedrockJson.Serialize(value), FreeMembers);
        return value;
    }

    /// <summary>The body as it goes over the wire.</summary>
    public static string Body(ConverseRequest request)
    {
        using var buffer = new PooledBuffer();
        JsonBody.Write(buffer, request, ConverseJson.Request);
        string body = Encoding.UTF8.GetString(buffer.WrittenSpan);
        Assert.Equal(body, BedrockJson.Serialize(request));
        return body;
    }

    public static ConverseResponse Fold(IEnumerable<ConverseStreamEvent> events)
    {
        var fold = new ConverseStreamFold();
        foreach (ConverseStreamEvent streamEvent in events)
        {
            fold.Add(streamEvent);
        }

        return fold.ToResponse();
    }

    /// <summary>A frame of ConverseStream, with padding.</summary>
    public static byte[] Frame(string type, string payload) =>
        Frames.Of(payload[..^1] + (payload.Length > 2 ? "," : "") + "\"p\":\"abcdef\"}", (":event-type", type), (":content-type", "application/json"),
            (":message-type", "event"));

    public static ConverseStreamEvent Event(string type, string payload) =>
        ConverseEventReader.Read(Encoding.UTF8.GetBytes(type), Encoding.UTF8.GetBytes(payload));

    /// <summary>A request with every member set.</summary>
    public static ConverseRequest Full() => new()
    {
        Messages =
        [
            Message.User(
                "Look at these: <\"é\">",
                new ImageBlock { Format = ImageFormat.Png, Source = Png },
                new DocumentBlock { Format = DocumentFormat.Pdf, Name = "Report (1)",
                    Source = new S3Location { Uri = "s3://bucket/report.pdf", BucketOwner = "123456789012" }, Context = "Last year's",
                    Citations = new() { Enabled = true } },
                new DocumentBlock { Name = "Notes", Source = new DocumentContentSource(["one", "two"]) },
                DocumentBlock.FromText("Plain", "text"),
                new VideoBlock { Format = VideoFormat.Mp4, Source = new S3Location { Uri = "s3://bucket/film.mp4" } },
                new AudioBlock { Format = AudioFormat.Wav, Source = new byte[] { 1, 2, 3 } },
                GuardrailConverseContentBlock.ForText("guarded", GuardrailConverseContentQualifier.Query, GuardrailConverseContentQualifier.GuardContent),
                new GuardContent(new GuardrailConverseImageBlock { Format = GuardrailConverseImageFormat.Jpeg, Source = Png }),
                new SearchResultBlock { Source = "https://example.com", Title = "Example", Content = ["found"], Citations = new() },
                new ToolAdditionContent(new ToolAdditionBlock { Tool = new ToolReference { Type = "tool", Name = "later", ServerName = "s" } }),
                new ToolRemovalContent(new ToolRemovalBlock { Tool = new ToolReference { Name = "later" } }),
                new CachePointBlock()),
            Message.Assistant(
                new ReasoningTextBlock { Text = "hm", Signature = "sig" },
                new ReasoningContent(new RedactedReasoningContent(new byte[] { 9, 8 })),
                new CitationsContentBlock
                {
                    Content = ["cited"],
                    Citations =
                    [
                        new Citation { Title = "Report", Source = "r", SourceContent = ["passage"],
                            Location = new DocumentCharCitationLocation(new() { DocumentIndex = 0, Start = 1, End = 2 }) },
                        new Citation { Location = new WebCitationLocation(new() { Url = "https://example.com", Domain = "example.com" }) },
                        new Citation { Location = new DocumentPageCitationLocation(new() { DocumentIndex = 0, Start = 1, End = 2 }) },
                        new Citation { Location = new DocumentChunkCitationLocation(new() { DocumentIndex = 0, Start = 1, End = 2 }) },
                        new Citation { Location = new SearchResultCitationLocation(new() { SearchResultIndex = 0, Start = 1, End = 2 }) },
                    ],
                },
                new ToolUseBlock { ToolUseId = "tooluse_1", Name = "weather", Input = Json("""{"city":null}"""), Type = ToolUseType.ServerToolUse }),
            Message.User(
                new ToolResultBlock
                {
                    ToolUseId = "tooluse_1",
                    Content =
                    [
                        "18 °C", Json("""{"a":null}"""), new ImageBlock { Format = ImageFormat.WebP, Source = Png },
                        new DocumentBlock { Format = DocumentFormat.Csv, Name = "Table", Source = new byte[] { 65 } },
                        new VideoBlock { Format = VideoFormat.Mkv, Source = new byte[] { 66 } },
                        new SearchResultBlock { Source = "s", Title = "t", Content = ["x"] },
                    ],
                    Status = ToolResultStatus.Success,
                    Type = "t",
                }),
        ],
        System = ["Be brief.", GuardrailConverseContentBlock.ForText("system"), CachePointBlock.For(CacheTtl.FiveMinutes)],
        InferenceConfig = new() { MaxTokens = 100, Temperature = 0.5, TopP = 0.9, StopSequences = ["END"] },
        ToolConfig = new()
        {
            Tools = [Tool.Create("weather", "The weather in a city.", Schema), new SystemTool { Name = "nova_grounding" }, CachePointBlock.For(CacheTtl.OneHour)],
            ToolChoice = ToolChoice.For("weather"),
        },
        GuardrailConfig = new() { GuardrailIdentifier = "abc", GuardrailVersion = "DRAFT", Trace = GuardrailTrace.EnabledFull },
        AdditionalModelRequestFields = Json("""{"top_k":5,"x":null}"""),
        PromptVariables = new Dictionary<string, PromptVariableValues> { ["topic"] = "sky" },
        AdditionalModelResponseFieldPaths = ["/stop_sequence"],
        RequestMetadata = new Dictionary<string, string> { ["team"] = "search" },
        PerformanceConfig = BedrockPerformanceLatency.Optimized,
        ServiceTier = BedrockServiceTier.Flex,
        OutputConfig = new()
        {
            TextFormat = new() { Type = OutputFormatType.JsonSchema, Structure = new JsonSchemaDefinition { Schema = "{}", Name = "n", Description = "d" } },
            Effort = "low",
        },
        AdditionalProperties = new Dictionary<string, JsonElement> { ["new"] = Json("""{"x":null}""") },
    };
}
