using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>Descriptors over small types of their own, in the formats of Titan Text, Titan Embeddings and Claude.</summary>
internal static class TestModels
{
    public static StreamingModel<TextRequest, TextResponse, TextEvent> Text { get; } = new(
        "amazon.titan-text-premier-v1:0",
        TestJsonContext.Default.TextRequest,
        TestJsonContext.Default.TextResponse,
        TestJsonContext.Default.TextEvent,
        e => e.CompletionReason is not null || e.IsServiceEnd,
        () => new TextFold());

    public static Model<EmbedRequest, EmbedResponse> EmbedV1 { get; } = new(
        "amazon.titan-embed-text-v1", TestJsonContext.Default.EmbedRequest, TestJsonContext.Default.EmbedResponse);

    public static Model<EmbedRequest, EmbedResponse> EmbedV2 { get; } = EmbedV1.WithId("amazon.titan-embed-text-v2:0");

    public static StreamingModel<JsonElement, JsonElement, JsonElement> Claude { get; } = new(
        "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
        TestJsonContext.Default.JsonElement,
        TestJsonContext.Default.JsonElement,
        TestJsonContext.Default.JsonElement,
        e => e.GetProperty("type").ValueEquals("message_stop"),
        () => throw new NotSupportedException());

    public static TextRequest Prompt(string text = "Why is the sky blue?") => new() { InputText = text };

    public static TextEvent[] Events(params string[] texts) =>
        [.. texts.Select((t, i) => new TextEvent { OutputText = t, CompletionReason = i == texts.Length - 1 ? "FINISH" : null })];

    public static JsonElement Json(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    internal sealed class TextRequest
    {
        [JsonPropertyName("inputText")]
        public string? InputText { get; set; }

        [JsonPropertyName("textGenerationConfig")]
        public TextConfig? Config { get; set; }
    }

    internal sealed class TextConfig
    {
        [JsonPropertyName("maxTokenCount")]
        public int? MaxTokens { get; set; }

        [JsonPropertyName("stopSequences")]
        public IList<string>? StopSequences { get; set; }
    }

    internal sealed class TextResponse : BedrockResponse
    {
        [JsonPropertyName("inputTextTokenCount")]
        public int InputTokens { get; set; }

        [JsonPropertyName("results")]
        public IList<TextResult> Results { get; set; } = [];

        [JsonIgnore]
        public string Text => Results.Count == 0 ? string.Empty : Results[0].Text;

        public static TextResponse Of(string text) => new() { Results = [new TextResult { Text = text, Reason = "FINISH" }] };
    }

    internal sealed class TextResult
    {
        [JsonPropertyName("tokenCount")]
        public int Tokens { get; set; }

        [JsonPropertyName("outputText")]
        public string Text { get; set; } = string.Empty;

        [JsonPropertyName("completionReason")]
        public string? Reason { get; set; }
    }

    internal sealed class TextEvent : BedrockStreamEvent
    {
        [JsonPropertyName("outputText")]
        public string? OutputText { get; set; }

        [JsonPropertyName("completionReason")]
        public string? CompletionReason { get; set; }
    }

    internal sealed class EmbedRequest
    {
        [JsonPropertyName("inputText")]
        public string? InputText { get; set; }

        [JsonPropertyName("dimensions")]
        public int? Dimensions { get; set; }
    }

    internal sealed class EmbedResponse : BedrockResponse
    {
        [JsonPropertyName("embedding")]
        public float[]? Embedding { get; set; }

        [JsonPropertyName("inputTextTokenCount")]
        public int InputTokens { get; set; }
    }

    private sealed class TextFold : IStreamFold<TextEvent, TextResponse>
    {
        private string _text = string.Empty;

        public void Add(TextEvent streamEvent) => _text += streamEvent.OutputText;

        public TextResponse ToResponse() => TextResponse.Of(_text);
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TestModels.TextRequest))]
[JsonSerializable(typeof(TestModels.TextResponse))]
[JsonSerializable(typeof(TestModels.TextEvent))]
[JsonSerializable(typeof(TestModels.EmbedRequest))]
[JsonSerializable(typeof(TestModels.EmbedResponse))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class TestJsonContext : JsonSerializerContext;
