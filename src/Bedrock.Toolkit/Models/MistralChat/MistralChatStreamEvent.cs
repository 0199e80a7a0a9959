using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Models;

/// <summary>One chunk of a Mistral chat stream.</summary>
/// <remarks>The pieces stand in <c>message</c>, not in <c>delta</c> as in chat completions. Source: public client code.</remarks>
public sealed partial class MistralChatStreamEvent : BedrockStreamEvent
{
    /// <summary>The id of the answer.</summary>
    /// <value>The vendor's own, not the request id; omitted when null.</value>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>The kind of object.</summary>
    /// <value><c>chat.completion.chunk</c> (unconfirmed); omitted when null.</value>
    [JsonPropertyName("object")]
    public string? Object { get; set; }

    /// <summary>When the answer was made (unconfirmed).</summary>
    /// <value>In seconds since 1970-01-01 UTC; omitted when null.</value>
    [JsonPropertyName("created"), JsonConverter(typeof(LongCountConverter))]
    public long? Created { get; set; }

    /// <summary>The vendor's name of the model (unconfirmed).</summary>
    /// <value>Such as <c>mistral-large-2407</c>; omitted when null.</value>
    [JsonPropertyName("model")]
    public string? Model { get; set; }

    /// <summary>The next pieces of the answers.</summary>
    /// <value>One in every documented case; never null, empty by default.</value>
    [JsonPropertyName("choices"), JsonConverter(typeof(MistralChatListConverter<MistralChatChoice>)), AllowNull]
    public IList<MistralChatChoice> Choices { get; set => field = value ?? []; } = [];

    /// <summary>The tokens of the call.</summary>
    /// <value>On the last chunk; omitted when null.</value>
    [JsonPropertyName("usage"), JsonConverter(typeof(MistralChatObjectConverter<MistralChatUsage>))]
    public MistralChatUsage? Usage { get; set; }

    /// <summary>The next piece of the first answer, for writing it out.</summary>
    /// <value>Empty when the chunk brings no text.</value>
    [JsonIgnore]
    public string Text => Choices.FirstOrDefault(choice => (choice.Index ?? 0) == 0)?.Message?.Content?.Text ?? string.Empty;

    /// <summary>Why the model stopped writing the first answer, under either name.</summary>
    /// <value>On the last chunk; null before.</value>
    [JsonIgnore]
    public MistralChatStopReason? StopReason =>
        Choices.FirstOrDefault(choice => (choice.Index ?? 0) == 0) is { } first ? first.StopReason ?? first.FinishReason : null;
}
