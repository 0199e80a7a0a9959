using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>A piece of the answer. Not thread safe while it is changed.</summary>
/// <remarks>The first brings the role, the last the reason for the end, and with it or after it come the token counts.</remarks>
public sealed class ChatCompletionChunkEvent : ChatCompletionStreamEvent
{
    /// <summary>The id of the answer.</summary>
    /// <value>The same on every chunk; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of object.</summary>
    /// <value><c>chat.completion.chunk</c>; omitted when null.</value>
    [JsonPropertyName("object")]
    public string? Object { get; set; }

    /// <summary>When the answer was begun.</summary>
    /// <value>In seconds since 1970-01-01 UTC; omitted when null.</value>
    [JsonPropertyName("created")]
    [JsonConverter(typeof(LongCountConverter))]
    public long? Created { get; set; }

    /// <summary>The model.</summary>
    /// <value>The Bedrock id; omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The service tier in the vendor's form.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("service_tier")]
    public BedrockServiceTier? ServiceTier { get; set; }

    /// <summary>The make of the server that answered.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("system_fingerprint")]
    public string? SystemFingerprint { get; set; }

    /// <summary>The pieces.</summary>
    /// <value>One, unless the request asked for more answers; none on a chunk that only counts.</value>
    [JsonPropertyName("choices")]
    [JsonConverter(typeof(ChatCompletionListConverter<ChatCompletionChunkChoice>))]
    [AllowNull]
    public IList<ChatCompletionChunkChoice> Choices
    {
        get;
        set => field = value ?? [];
    }
    = [];

    /// <summary>The tokens of the call.</summary>
    /// <value>On the last chunk, by model; omitted when null.</value>
    [JsonPropertyName("usage")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionUsage>))]
    public ChatCompletionUsage? Usage { get; set; }

    /// <summary>What went wrong. The stream then ends without its end mark, which throws.</summary>
    /// <value>Null when the model answers; omitted when null.</value>
    [JsonPropertyName("error")]
    [JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionError>))]
    public ChatCompletionError? Error { get; set; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? Text => FirstDelta?.Text;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string? ReasoningText => FirstDelta?.ReasoningContent ?? FirstDelta?.Reasoning;

    /// <summary>Whether one of the answers has come to its end.</summary>
    internal bool IsFinished
    {
        get
        {
            for (int i = 0; i < Choices.Count; i++)
            {
                if (Choices[i].FinishReason is not null)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private ChatCompletionDelta? FirstDelta
    {
        get
        {
            for (int i = 0; i < Choices.Count; i++)
            {
                if (Choices[i].Index is null or 0)
                {
                    return Choices[i].Delta;
                }
            }

            return null;
        }
    }
}
