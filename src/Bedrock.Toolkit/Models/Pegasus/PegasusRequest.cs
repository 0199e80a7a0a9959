using System.Text.Json;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A question about one video. Not thread safe while it is changed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-pegasus.html</remarks>
public sealed class PegasusRequest
{
    /// <summary>The question.</summary>
    /// <value>Not blank; up to 2,000 tokens.</value>
    [JsonPropertyName("inputPrompt")]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required string InputPrompt { get; set; }

    /// <summary>The video.</summary>
    /// <value>Bytes, or a place in S3.</value>
    [JsonPropertyName("mediaSource")]
    [JsonConverter(typeof(PegasusObjectConverter<PegasusMediaSource>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)] // Why: null would be left out silently; so it is refused.
    public required PegasusMediaSource MediaSource { get; set; }

    /// <summary>How freely the model chooses its words.</summary>
    /// <value>0 to 1; 0.2 by default; omitted when null.</value>
    [JsonPropertyName("temperature")]
    public double? Temperature { get; set; }

    /// <summary>The form of the answer.</summary>
    /// <value>Text by default; omitted when null.</value>
    [JsonPropertyName("responseFormat")]
    [JsonConverter(typeof(PegasusObjectConverter<PegasusResponseFormat>))]
    public PegasusResponseFormat? ResponseFormat { get; set; }

    /// <summary>The most tokens that the answer may have.</summary>
    /// <value>1 to 4,096; the default is unconfirmed; omitted when null.</value>
    [JsonPropertyName("maxOutputTokens")]
    [JsonConverter(typeof(CountConverter))]
    public int? MaxOutputTokens { get; set; }

    /// <summary>How a guardrail reads this body.</summary>
    /// <value>Only with a guardrail in the call's options; omitted when null.</value>
    [JsonPropertyName("amazon-bedrock-guardrailConfig")]
    [JsonConverter(typeof(PegasusObjectConverter<BedrockGuardrailConfig>))]
    public BedrockGuardrailConfig? GuardrailConfig { get; set; }

    /// <summary>Members that this version does not know; sent as they are.</summary>
    /// <value>Null when there are none.</value>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; set; }

    /// <summary>A question about a video in S3.</summary>
    /// <param name="inputPrompt">The question.</param>
    /// <param name="videoUri"><c>s3://bucket/key</c>.</param>
    /// <param name="bucketOwner">The account that owns the bucket; null for your own.</param>
    /// <returns>The request.</returns>
    public static PegasusRequest For(string inputPrompt, string videoUri, string? bucketOwner = null) =>
        new() { InputPrompt = inputPrompt, MediaSource = PegasusMediaSource.FromS3(videoUri, bucketOwner) };

    /// <summary>A question about a video whose bytes travel in the request.</summary>
    /// <param name="inputPrompt">The question.</param>
    /// <param name="video">The file's bytes, not base64.</param>
    /// <returns>The request.</returns>
    public static PegasusRequest For(string inputPrompt, ReadOnlyMemory<byte> video) =>
        new() { InputPrompt = inputPrompt, MediaSource = PegasusMediaSource.FromBytes(video) };

    /// <summary>A copy that can be changed without changing this object. Bytes and JSON documents, which nobody changes in place, are shared.</summary>
    /// <returns>The copy.</returns>
    public PegasusRequest Clone()
    {
        var copy = (PegasusRequest)MemberwiseClone();
        copy.MediaSource = MediaSource.Clone();
        copy.ResponseFormat = ResponseFormat?.Clone();
        copy.GuardrailConfig = GuardrailConfig is null
            ? null
            : new BedrockGuardrailConfig { TagSuffix = GuardrailConfig.TagSuffix, AdditionalProperties = GuardrailConfig.AdditionalProperties.Copy() };
        copy.AdditionalProperties = AdditionalProperties.Copy();
        return copy;
    }
}
