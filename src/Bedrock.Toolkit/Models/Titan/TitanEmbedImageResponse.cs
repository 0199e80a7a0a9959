namespace Bedrock.Toolkit.Models;

/// <summary>The vector of a text, an image, or both.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-titan-embed-mm.html</remarks>
public sealed partial class TitanEmbedImageResponse : BedrockResponse
{
    /// <summary>The vector.</summary>
    /// <value>As many numbers as asked for; empty, and omitted, when the embedding failed.</value>
    [JsonPropertyName("embedding"), JsonConverter(typeof(FloatVectorConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReadOnlyMemory<float> Embedding { get; set; }

    /// <summary>How long the text is.</summary>
    /// <value>In tokens; omitted when null.</value>
    [JsonPropertyName("inputTextTokenCount"), JsonConverter(typeof(CountConverter))]
    public int? InputTextTokenCount { get; set; }

    /// <summary>Why the embedding failed, although the status of the answer is 200.</summary>
    /// <value>Null when it did not fail; omitted when null.</value>
    [JsonPropertyName("message")]
    public string? Message { get; set; }

    /// <inheritdoc/>
    protected override TokenUsage? ReadUsage() => new() { InputTokens = InputTextTokenCount };

    private protected override ObjectSummary Summarise() => new("Embedding", ObjectSummary.Count(Embedding.Length, "number"));
}
